package dev.migrate.autogenerate;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Finds columns in expressions. */
final class Mentions {

    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");

    private Mentions() {}

    /** Tells whether a column's name stands in an expression, though not in a text, and not as the name of a function. */
    static boolean column(String name, @Nullable String expression) {
        if (expression == null || !expression.contains(name)) {
            return false;
        }
        String withoutTexts = TEXT.matcher(expression).replaceAll("''");
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$(])")
                .matcher(withoutTexts)
                .find();
    }
}
