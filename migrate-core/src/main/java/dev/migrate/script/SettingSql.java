package dev.migrate.script;

import java.util.Locale;
import java.util.Set;

import dev.migrate.operation.LexicalRules;

/** Recognizes statements that may leave a session set to something else than before, or without what it had prepared. */
public final class SettingSql {

    /** Words that set something, that run code which may, and that begin queries, of {@code set_config} for one. */
    private static final Set<String> HEADS = Set.of(
            "SET",
            "RESET",
            "DISCARD",
            "DEALLOCATE",
            "USE",
            "DO",
            "CALL",
            "EXECUTE",
            "BEGIN",
            "SELECT",
            "WITH",
            "VALUES");

    private SettingSql() {}

    /**
     * Tells whether a statement may change settings of its session; those of its transaction alone end with that. A query may stand
     * in parentheses, and anything in a comment that is executed.
     *
     * @param rules the database's
     */
    public static boolean mayBe(String sql, LexicalRules rules) {
        Tokenizer tokens = Tokenizer.of(sql, 1, rules);
        return tokens.nextSignificant() != Token.WORD
                || HEADS.contains(tokens.text(tokens.start(), tokens.end()).toUpperCase(Locale.ROOT));
    }
}
