package dev.migrate.script;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.LexicalRules;

/** Looks for statements that would end the transaction of a run, or reset its session. */
public final class ForbiddenSql {

    private ForbiddenSql() {}

    /**
     * Returns the first such statement in a word or two, such as {@code COMMIT}, or {@code null} where there is none.
     *
     * @param sql one or several statements
     * @param rules the database's
     */
    public static @Nullable String in(String sql, LexicalRules rules) {
        StatementSplitter splitter =
                new StatementSplitter(sql.getBytes(StandardCharsets.UTF_8), 0, new Problems("statement"), rules);
        while (splitter.next() != StatementSplitter.Found.END && splitter.refused() == null) {
            // What else is wrong with it is for the database to say.
        }
        return splitter.refused();
    }
}
