package dev.migrate.script;

import java.util.Locale;

/**
 * One token of a statement, comments left out.
 *
 * @param kind what it is
 * @param text a word as it was written, a quoted identifier without its quotes, a string with them, one symbol
 * @param line the line on which it begins
 */
public record SqlToken(Kind kind, String text, int line) {

    /** What tokens can be. */
    public enum Kind {
        /** A keyword or an identifier without quotes. */
        WORD,
        /** An identifier in quotes. */
        QUOTED,
        /** A string in any of its spellings. */
        STRING,
        /** A run of digits. */
        NUMBER,
        /** Any other character. */
        SYMBOL
    }

    /** Tells whether it is this keyword. */
    public boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** Tells whether it is this symbol. */
    public boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    /** Returns by how much it changes how many parentheses are open: 1, -1 or 0. */
    public int nesting() {
        return isSymbol('(') ? 1 : isSymbol(')') ? -1 : 0;
    }

    /** Tells whether it can be a name. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** Returns the name as the database keeps it: folded unless it was quoted. */
    public String name() {
        return kind == Kind.WORD ? text.toLowerCase(Locale.ROOT) : text;
    }
}
