package dev.migrate.script;

/** What the {@link Tokenizer} tells apart. */
enum Token {
    /** A keyword or an identifier without quotes. */
    WORD,
    /** An identifier in double quotes. */
    QUOTED_IDENTIFIER,
    /** A string in single quotes, in any of its spellings, or in dollar quotes. */
    STRING,
    /** Any other character, or a run of digits. */
    SYMBOL,
    /** From two dashes to the end of the line. */
    LINE_COMMENT,
    /** A block comment with those nested in it. */
    BLOCK_COMMENT,
    /** A backslash outside of quotes, which only psql understands. */
    BACKSLASH,
    /** A quote or a comment that is open at the end of the text. */
    UNTERMINATED,
    /** The end of the text. */
    END
}
