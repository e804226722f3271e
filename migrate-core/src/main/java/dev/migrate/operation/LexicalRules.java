package dev.migrate.operation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where a database sees the tokens and statements of a text: what a script is split by. Whatever the rules are, {@code '…'} and
 * {@code "…"} are quotes, with a doubled one inside for itself, and semicolons end statements.
 *
 * @param database its name for people
 * @param rules what holds beside that
 */
public record LexicalRules(String database, Set<LexicalRule> rules) {

    private static final LexicalRules POSTGRESQL = new LexicalRules(
            "PostgreSQL",
            Set.of(
                    LexicalRule.DOLLAR_TAGS,
                    LexicalRule.ESCAPE_STRINGS,
                    LexicalRule.NESTED_COMMENTS,
                    LexicalRule.POSTGRESQL_STATEMENTS));

    private static final LexicalRules SQLITE = new LexicalRules(
            "SQLite",
            Set.of(
                    LexicalRule.BACKQUOTED_NAMES,
                    LexicalRule.BRACKETED_NAMES,
                    LexicalRule.TRIGGER_BODIES,
                    LexicalRule.VACUUM_ALONE));

    private static final LexicalRules H2 = new LexicalRules(
            "H2",
            Set.of(
                    LexicalRule.DOLLAR_QUOTES,
                    LexicalRule.BACKQUOTED_NAMES,
                    LexicalRule.SLASH_COMMENTS,
                    LexicalRule.NESTED_COMMENTS));

    private static final LexicalRules MARIADB = new LexicalRules(
            "MariaDB",
            Set.of(
                    LexicalRule.BACKSLASH_ESCAPES,
                    LexicalRule.BACKQUOTED_NAMES,
                    LexicalRule.EXECUTED_COMMENTS,
                    LexicalRule.HASH_COMMENTS,
                    LexicalRule.BLANK_BEHIND_DASHES,
                    LexicalRule.ROUTINE_BODIES,
                    LexicalRule.DELIMITER_COMMAND));

    /** Copies the rules. */
    public LexicalRules {
        Set<LexicalRule> copy = EnumSet.noneOf(LexicalRule.class);
        copy.addAll(rules);
        rules = Collections.unmodifiableSet(copy);
    }

    /** As generated, but the machine links what is generated at the first call, for which a start has no time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LexicalRules those && database.equals(those.database) && rules.equals(those.rules);
    }

    @Override
    public int hashCode() {
        return database.hashCode() * 31 + rules.hashCode();
    }

    /** Returns those of PostgreSQL, by which a script is split unless another database is known. */
    public static LexicalRules postgresql() {
        return POSTGRESQL;
    }

    /** Returns those of SQLite. */
    public static LexicalRules sqlite() {
        return SQLITE;
    }

    /** Returns those of H2. */
    public static LexicalRules h2() {
        return H2;
    }

    /** Returns those of MariaDB in its default SQL mode. */
    public static LexicalRules mariadb() {
        return MARIADB;
    }

    /** Returns whether a rule holds. */
    public boolean has(LexicalRule rule) {
        return rules.contains(rule);
    }
}
