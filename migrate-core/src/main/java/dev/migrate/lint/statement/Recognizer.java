package dev.migrate.lint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrate.schema.ObjectName;
import dev.migrate.script.SqlToken;
import dev.migrate.script.SqlTokens;

/** Makes typed values of statements; time and memory grow with the length of a statement and nothing else. */
public final class Recognizer {

    /** Longer ones are rows to insert, whose beginning says everything. */
    private static final int LONGEST = 20_000;

    private static final Set<String> TRANSACTIONS =
            Set.of("begin", "start", "commit", "rollback", "abort", "end", "savepoint", "release", "prepare");

    private static final Set<String> HARMLESS = Set.of(
            "copy",
            "call",
            "execute",
            "deallocate",
            "declare",
            "fetch",
            "move",
            "close",
            "explain",
            "show",
            "values",
            "table",
            "listen",
            "unlisten",
            "notify",
            "load",
            "checkpoint",
            "discard",
            "import",
            "security",
            "do");

    /**
     * Recognizes one statement.
     *
     * @param sql without its semicolon
     * @param line the line of its first character
     */
    public Ddl recognize(String sql, int line) {
        SqlTokens cut = SqlTokens.of(sql, line, LONGEST);
        if (cut.tokens().isEmpty()) {
            return new Ddl.Unrecognized("it is empty");
        }
        Cursor cursor = new Cursor(cut.tokens());
        Ddl ddl = statement(cursor);
        if (!cut.complete() && !(ddl instanceof Ddl.Rows)) {
            return new Ddl.Unrecognized("it is longer than " + LONGEST + " words and symbols, or a quote is open");
        }
        String failure = cursor.failure();
        return failure == null ? ddl : new Ddl.Unrecognized(failure);
    }

    private static Ddl statement(Cursor cursor) {
        SqlToken first = cursor.peek();
        if (first == null || first.kind() != SqlToken.Kind.WORD) {
            boolean query = first != null && first.isSymbol('(');
            return query ? new RowsReader(cursor).query() : unrecognized(cursor, "no word stands at its beginning");
        }
        String word = first.name();
        if (TRANSACTIONS.contains(word)) {
            return new Ddl.TransactionControl(beginning(cursor));
        }
        return switch (word) {
            case "alter" -> alter(cursor);
            case "create" -> new CreateReader(cursor).read();
            case "drop" -> new DropReader(cursor).read();
            case "comment", "grant", "revoke", "refresh", "set", "reset", "reassign" -> new OtherReader(cursor).read();
            case "reindex", "analyze", "analyse", "vacuum", "cluster", "truncate", "lock" ->
                new MaintenanceReader(cursor).read();
            case "select", "insert", "update", "delete", "merge", "with" -> new RowsReader(cursor).read();
            default ->
                HARMLESS.contains(word)
                        ? harmless(cursor)
                        : unrecognized(cursor, "`" + first.text() + "` begins no statement that is known");
        };
    }

    private static Ddl harmless(Cursor cursor) {
        // What code does is out of sight, whether it is Java's or the server's.
        return cursor.sees("DO") || cursor.sees("CALL") || cursor.sees("EXECUTE")
                ? unrecognized(cursor, "nobody can tell what its code does")
                : new Ddl.Harmless(beginning(cursor));
    }

    private static Ddl alter(Cursor cursor) {
        cursor.skip();
        if (cursor.accept("TABLE")) {
            return cursor.sees("ALL", "IN")
                    ? unrecognized(cursor, "it names no table")
                    : new AlterTableReader(cursor).read();
        }
        return new AlterReader(cursor).read();
    }

    static Ddl unrecognized(Cursor cursor, String why) {
        cursor.rest();
        return new Ddl.Unrecognized(why);
    }

    /** Returns the first words in capitals and drops the rest. */
    static String beginning(Cursor cursor) {
        StringBuilder words = new StringBuilder();
        for (SqlToken token : cursor.rest().tokens()) {
            if (token.kind() != SqlToken.Kind.WORD || words.length() > 30) {
                break;
            }
            words.append(words.isEmpty() ? "" : " ").append(token.text().toUpperCase(Locale.ROOT));
        }
        return words.toString();
    }

    /** Returns the tables that a query reads, as far as they stand as plain names behind FROM and JOIN. */
    public static List<ObjectName> tablesIn(Expression query) {
        return sources(query.tokens());
    }

    /** Returns the tables that stand behind FROM and JOIN, as far as they are plain names. */
    static List<ObjectName> sources(List<SqlToken> tokens) {
        return new Sources(tokens).read();
    }

    /** Finds tables in a query without understanding it. */
    private static final class Sources {

        private static final Set<String> NOT_TABLES = Set.of("select", "lateral", "only", "unnest", "values", "with");

        private final List<SqlToken> tokens;

        private final List<ObjectName> found = new ArrayList<>();

        Sources(List<SqlToken> tokens) {
            this.tokens = tokens;
        }

        List<ObjectName> read() {
            Set<String> own = commonTables();
            for (int i = 0; i < tokens.size(); i++) {
                SqlToken token = tokens.get(i);
                if (token.is("FROM") || token.is("JOIN") || token.is("USING")) {
                    from(i + 1);
                }
            }
            found.removeIf(name -> name.schema() == null && own.contains(name.name()));
            return found.stream().distinct().toList();
        }

        private void from(int start) {
            int i = start;
            boolean more = true;
            while (more && i < tokens.size()) {
                i += tokens.get(i).is("ONLY") ? 1 : 0;
                i = table(i);
                // An alias may stand before the next comma.
                while (i < tokens.size() && (tokens.get(i).is("AS") || isAlias(i))) {
                    i++;
                }
                more = i < tokens.size() && tokens.get(i).isSymbol(',');
                i++;
            }
        }

        private boolean isAlias(int i) {
            return tokens.get(i).isName()
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).isSymbol(',');
        }

        private int table(int start) {
            if (start >= tokens.size() || !tokens.get(start).isName() || isNoTable(tokens.get(start))) {
                return tokens.size();
            }
            String schema = null;
            String name = tokens.get(start).name();
            int i = start + 1;
            while (i + 1 < tokens.size()
                    && tokens.get(i).isSymbol('.')
                    && tokens.get(i + 1).isName()) {
                schema = name;
                name = tokens.get(i + 1).name();
                i += 2;
            }
            boolean call = i < tokens.size() && tokens.get(i).isSymbol('(');
            if (!call && !name.isEmpty()) {
                found.add(new ObjectName(schema, name));
            }
            return call ? tokens.size() : i;
        }

        private static boolean isNoTable(SqlToken token) {
            return token.kind() == SqlToken.Kind.WORD && NOT_TABLES.contains(token.name());
        }

        private Set<String> commonTables() {
            if (tokens.isEmpty() || !tokens.get(0).is("WITH")) {
                return Set.of();
            }
            Set<String> names = new java.util.HashSet<>();
            for (int i = 0; i + 2 < tokens.size(); i++) {
                boolean opens = tokens.get(i + 1).is("AS") || tokens.get(i + 1).isSymbol('(');
                if (tokens.get(i).isName() && opens) {
                    names.add(tokens.get(i).name());
                }
            }
            return names;
        }
    }
}
