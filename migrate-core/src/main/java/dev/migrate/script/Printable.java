package dev.migrate.script;

/** Makes text of others safe to print in one line of a terminal or of a comment. */
public final class Printable {

    private Printable() {}

    /** Returns the text in one line, without characters that steer a terminal or reorder what is read. */
    public static String of(String text) {
        if (isPrintable(text)) {
            return text.strip();
        }
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (!steers(c)) {
                line.appendCodePoint(c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        });
        return line.toString().strip();
    }

    static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            if (c < ' ' || c > '~') {
                c = text.codePointAt(i);
                if (steers(c)) {
                    return false;
                }
                i += Character.charCount(c) - 1;
            }
        }
        return true;
    }

    /** Control characters, line separators, halves of a pair, and the marks that turn the direction of writing. */
    private static boolean steers(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        };
    }
}
