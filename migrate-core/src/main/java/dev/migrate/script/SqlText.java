package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.LexicalRules;

/** SQL that is no revision: statements one after the other, as in a schema that somebody keeps by hand. */
public final class SqlText {

    private SqlText() {}

    /**
     * Splits text into its statements.
     *
     * @param name where it comes from, for messages
     * @param text SQL, with or without comments
     * @param rules the database's
     * @throws MigrateException if it cannot be run as it is, with every reason
     */
    public static List<ExecuteSql> statements(String name, String text, LexicalRules rules) {
        Problems problems = new Problems(name);
        List<ExecuteSql> statements = read(text, problems, rules);
        if (!problems.isEmpty()) {
            List<String> details =
                    problems.found().stream().map(ScriptProblem::toString).toList();
            throw new MigrateException(
                    name + " cannot be read as SQL", details, "Correct the lines named above.", null);
        }
        return statements;
    }

    static List<String> split(String text, Problems problems, LexicalRules rules) {
        return read(text, problems, rules).stream().map(ExecuteSql::sql).toList();
    }

    private static List<ExecuteSql> read(String text, Problems problems, LexicalRules rules) {
        StatementSplitter splitter = new StatementSplitter(text.getBytes(StandardCharsets.UTF_8), 0, problems, rules);
        List<ExecuteSql> statements = new ArrayList<>();
        StatementSplitter.Found found = splitter.next();
        while (found != StatementSplitter.Found.END) {
            if (found == StatementSplitter.Found.STATEMENT) {
                statements.add(splitter.statement().operation());
            }
            found = splitter.next();
        }
        return statements;
    }
}
