package dev.migrate.revision;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where a command is to go, as somebody typed it: {@code [BRANCH@](SYMBOL | SYMBOL±N | ±N)}.
 *
 * <p>A symbol is a full id, the beginning of one (at least four characters), a label, or one of the words {@code head},
 * {@code heads}, {@code base} and {@code current}. A branch is a label or a revision on the branch. {@code ±N} counts
 * revisions from the symbol, or from what is applied where there is none. Whether the names exist is found out by the
 * {@link Planner}. Two targets are equal if they are typed the same.
 */
public final class Target {

    private static final Set<String> WORDS = Set.of("head", "heads", "base", "current");

    private static final Target HEAD = word("head");

    private static final Target HEADS = word("heads");

    private static final Target BASE = word("base");

    private static final Target CURRENT = word("current");

    private final String text;

    private final @Nullable String branch;

    private final @Nullable String symbol;

    private final int offset;

    private Target(String text, @Nullable String branch, @Nullable String symbol, int offset) {
        this.text = text;
        this.branch = branch;
        this.symbol = symbol;
        this.offset = offset;
    }

    private static Target word(String word) {
        return new Target(word, null, word, 0);
    }

    /**
     * Reads a target.
     *
     * @throws RevisionException if the text has not the form of one
     */
    public static Target parse(String text) {
        Matcher matcher = Form.PATTERN.matcher(text);
        if (text.contains(":")) {
            throw RevisionException.rangeNotAllowed(text);
        }
        if (!matcher.matches() || (matcher.group("symbol") == null && matcher.group("offset") == null)) {
            throw RevisionException.invalidTarget(text);
        }
        String branch = matcher.group("branch");
        String typedOffset = matcher.group("offset");
        int offset = typedOffset == null ? 0 : Integer.parseInt(typedOffset);
        if ((typedOffset != null && offset == 0) || (branch != null && WORDS.contains(branch))) {
            throw RevisionException.invalidTarget(text);
        }
        return new Target(text, branch, matcher.group("symbol"), offset);
    }

    /** Returns the target {@code head}: the one revision without children. */
    public static Target head() {
        return HEAD;
    }

    /** Returns the target {@code heads}: every revision that nothing builds on. */
    public static Target heads() {
        return HEADS;
    }

    /** Returns the target {@code base}: before the first revision. */
    public static Target base() {
        return BASE;
    }

    /** Returns the target {@code current}: what the version table holds. */
    public static Target current() {
        return CURRENT;
    }

    /** Returns what stands before the {@code @}, if anything does. */
    @Nullable String branch() {
        return branch;
    }

    /** Returns the name or word, if there is one. */
    @Nullable String symbol() {
        return symbol;
    }

    /** Returns how many revisions to go up or, negative, down; zero for none. */
    int offset() {
        return offset;
    }

    boolean isRelative() {
        return offset != 0;
    }

    /** Tells whether the count starts at what is applied. */
    boolean isRelativeToCurrent() {
        return isRelative() && (symbol == null || symbol.equals("current"));
    }

    /** Tells whether what this means depends on what is applied. */
    public boolean namesCurrent() {
        return is(CURRENT) || isRelativeToCurrent();
    }

    boolean is(Target word) {
        return word.symbol != null && word.symbol.equals(symbol);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target target && target.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns what was typed. */
    @Override
    public String toString() {
        return text;
    }

    /** How targets are written; a start that goes to the heads reads none. */
    private static final class Form {

        private static final String NAME = "[A-Za-z0-9_.]+";

        static final Pattern PATTERN =
                Pattern.compile("(?:(?<branch>" + NAME + ")@)?(?<symbol>" + NAME + ")?(?<offset>[+-]\\d{1,9})?");
    }
}
