package dev.migrate.lint.rule;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import dev.migrate.error.MigrateException;

/**
 * What names are to look like. Whatever the expression is, only so much is tried on one name.
 *
 * @param expression a regular expression for the whole name
 */
public record NamePattern(String expression) {

    private static final int MOST = 100_000;

    /** Refuses what is no regular expression. */
    public NamePattern {
        try {
            Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new MigrateException(
                    "migrate.lint-rules.names is no regular expression: " + e.getDescription(),
                    "Correct " + expression + ".");
        }
    }

    /** Returns that of names that nobody has to quote: small letters, digits and underscores. */
    public static NamePattern usual() {
        return new NamePattern("[a-z][a-z0-9_]*");
    }

    /**
     * Tells whether a name looks like that.
     *
     * @throws MigrateException if that takes too long to find out
     */
    public boolean fits(String name) {
        return Pattern.compile(expression).matcher(new Bounded(name)).matches();
    }

    /** Counts how often somebody looks at it: there are expressions that would look for years. */
    private static final class Bounded implements CharSequence {

        private final String text;

        private int looks;

        Bounded(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST) {
                throw new MigrateException(
                        "migrate.lint-rules.names takes too long to say whether it fits " + text,
                        "Write it without a repetition inside of a repetition.");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
