package dev.migrate.script;

import java.util.Map;
import java.util.function.Function;

/** Text with names in braces; what is put in is not looked at again. */
final class Placeholders {

    private Placeholders() {}

    /** Puts in the values; braces around anything else stay as they are. */
    static String fill(String text, Map<String, String> values) {
        return fill(text, name -> values.getOrDefault(name, "{" + name + "}"));
    }

    static String fill(String text, Function<String, String> values) {
        StringBuilder filled = new StringBuilder(text.length());
        int position = 0;
        while (position < text.length()) {
            int end = placeholderEnd(text, position);
            if (end < 0) {
                filled.append(text.charAt(position++));
            } else {
                filled.append(values.apply(text.substring(position + 1, end)));
                position = end + 1;
            }
        }
        return filled.toString();
    }

    /** Returns the closing brace of a name in braces that starts here, or a negative number. */
    private static int placeholderEnd(String text, int start) {
        if (text.charAt(start) != '{') {
            return -1;
        }
        int index = start + 1;
        while (index < text.length() && isNamePart(text.charAt(index))) {
            index++;
        }
        return index > start + 1 && index < text.length() && text.charAt(index) == '}' ? index : -1;
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    }
}
