package dev.migrate.operation;

/** One thing that databases disagree about when they cut SQL into tokens and statements. */
public enum LexicalRule {
    /** {@code $$…$$} and {@code $tag$…$tag$} are strings. */
    DOLLAR_TAGS,
    /** {@code $$…$$} is a string, where it does not continue a word. */
    DOLLAR_QUOTES,
    /** {@code E'…'} is a string in which a backslash escapes what follows. */
    ESCAPE_STRINGS,
    /** A backslash escapes what follows in every string, and double quotes are around strings. */
    BACKSLASH_ESCAPES,
    /** Names may stand in backquotes. */
    BACKQUOTED_NAMES,
    /** Names may stand in brackets. */
    BRACKETED_NAMES,
    /** A block comment may hold others. */
    NESTED_COMMENTS,
    /** {@code /*! … *}{@code /} is no comment but SQL. */
    EXECUTED_COMMENTS,
    /** {@code #} opens a comment. */
    HASH_COMMENTS,
    /** Two slashes open a comment. */
    SLASH_COMMENTS,
    /** Two dashes open a comment only before a blank or at the end of a line. */
    BLANK_BEHIND_DASHES,
    /** A trigger is {@code BEGIN …; …; END}. */
    TRIGGER_BODIES,
    /** Routines, triggers and events may be {@code BEGIN …; …; END}, with other blocks inside. */
    ROUTINE_BODIES,
    /** A routine may be {@code BEGIN ATOMIC …; …; END}; copying, clients' commands and statements without transactions are PostgreSQL's. */
    POSTGRESQL_STATEMENTS,
    /** {@code VACUUM} is refused in a transaction. */
    VACUUM_ALONE,
    /** Clients know {@code DELIMITER}, which the server does not. */
    DELIMITER_COMMAND
}
