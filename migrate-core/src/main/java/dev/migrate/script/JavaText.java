package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Text as Java source: whatever stands in it, it stays the text that it is. */
final class JavaText {

    /** A constant of a class file takes 65535 bytes. */
    private static final int LONGEST = 60_000;

    private static final int SHORTEST_BLOCK = 40;

    private JavaText() {}

    /** Returns an expression for a text, in several lines if it has them. */
    static String of(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return joined(text);
        }
        return isBlock(text) ? block(text) : literal(text);
    }

    /** Returns a literal in one line. With each backslash doubled, none can begin a unicode escape. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> append(c, literal));
        return literal.append('"').toString();
    }

    /** Returns a comment in one line that ends where it ends. */
    static String comment(String text) {
        return "// " + Printable.of(text).replace("\\", "\\\\");
    }

    private static void append(int c, StringBuilder literal) {
        if (c == '"' || c == '\\') {
            literal.append('\\').appendCodePoint(c);
        } else if (c == '\n') {
            literal.append("\\n");
        } else if (c < ' ' || c == 0x7f) {
            literal.append("\\%03o".formatted(c));
        } else if (Character.getType(c) == Character.SURROGATE) {
            // No file in UTF-8 holds half a pair, and compilers disagree about its unicode escape before a backslash.
            literal.append("\" + (char) 0x%04x + \"".formatted(c));
        } else if (!Printable.isPrintable(Character.toString(c))) {
            literal.append("\\u%04x".formatted(c));
        } else {
            literal.appendCodePoint(c);
        }
    }

    private static String joined(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(from + LONGEST / 4, text.length());
            boolean splitsPair = to < text.length() && Character.isHighSurrogate(text.charAt(to - 1));
            to = splitsPair ? to - 1 : to;
            parts.add(literal(text.substring(from, to)));
            from = to;
        }
        return "String.join(\"\", " + String.join(", ", parts) + ")";
    }

    /** A text block takes away blanks at the ends of lines, and does what it likes with other blanks than the plain one. */
    private static boolean isBlock(String text) {
        if (text.length() < SHORTEST_BLOCK || text.indexOf('\n') < 0 || text.isBlank()) {
            return false;
        }
        return text.codePoints()
                .allMatch(c -> c == '\n'
                        || c == ' '
                        || (!Character.isWhitespace(c) && Printable.isPrintable(Character.toString(c))));
    }

    private static String block(String text) {
        StringBuilder block = new StringBuilder("\"\"\"\n");
        String[] lines = text.split("\n", -1);
        boolean anchored = false;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            boolean anchors = !anchored && line.startsWith(" ");
            anchored |= !line.isEmpty();
            block.append(inBlock(line, anchors)).append(i < lines.length - 1 ? "\n" : "");
        }
        return block.append("\"\"\"").toString();
    }

    /** The first line that is not empty stands at the margin, by an escaped blank if need be; so no margin is taken away. */
    private static String inBlock(String line, boolean anchors) {
        String escaped = line.replace("\\", "\\\\").replace("\"", "\\\"");
        escaped = escaped.replaceAll("\\\\\"(?!\\\\\"|$)", "\"");
        if (escaped.length() > 1 && escaped.endsWith(" ")) {
            escaped = escaped.substring(0, escaped.length() - 1) + "\\s";
        }
        return anchors || escaped.equals(" ") ? "\\s" + escaped.substring(1) : escaped;
    }
}
