package dev.migrate.error;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Spells for people: how many there are of something, and the name that somebody who mistyped probably meant. */
public final class Spelling {

    private static final int LONGEST = 64;

    private Spelling() {}

    /** Returns a number of things, such as {@code 1 revision} and {@code 2 revisions}. */
    public static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /**
     * Returns the name that differs least from the word, the case apart, or {@code null} where none is near: a long word may
     * have two letters wrong, a short one only one.
     */
    public static @Nullable String nearest(String word, Iterable<String> names) {
        String lowerCaseWord = word.toLowerCase(Locale.ROOT);
        if (word.length() > LONGEST) {
            return null;
        }
        int limit = word.length() < 6 ? 1 : 2;
        String nearest = null;
        for (String name : names) {
            if (Math.abs(name.length() - word.length()) <= limit) {
                int distance = distance(lowerCaseWord, name.toLowerCase(Locale.ROOT));
                if (distance < limit || (distance == limit && nearest == null)) {
                    nearest = name;
                    limit = distance;
                }
            }
        }
        return nearest;
    }

    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
