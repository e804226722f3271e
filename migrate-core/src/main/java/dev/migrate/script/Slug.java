package dev.migrate.script;

import java.text.Normalizer;

/** Makes the part of a file name that tells people what a revision does. */
final class Slug {

    private static final int LONGEST = 40;

    private static final String FALLBACK = "revision";

    private Slug() {}

    /** Returns at most 40 small letters, digits and underscores, cut between two words where there are two. */
    static String of(String message) {
        String text = Normalizer.normalize(message, Normalizer.Form.NFD);
        StringBuilder slug = new StringBuilder();
        int wordEnd = 0;
        for (int i = 0; i < text.length() && slug.length() <= LONGEST; i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                slug.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                slug.append((char) (c + 32));
            } else if (!isAccent(c) && endsInWord(slug)) {
                wordEnd = slug.length();
                slug.append('_');
            }
        }
        if (slug.length() > LONGEST) {
            slug.setLength(wordEnd > 0 ? wordEnd : LONGEST);
        }
        if (slug.length() > 0 && !endsInWord(slug)) {
            slug.setLength(slug.length() - 1);
        }
        return slug.length() == 0 ? FALLBACK : slug.toString();
    }

    private static boolean endsInWord(StringBuilder slug) {
        return slug.length() > 0 && slug.charAt(slug.length() - 1) != '_';
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isAccent(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
