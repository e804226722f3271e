package dev.migrate.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.inspect.SqliteClause.Kind;

/** Takes {@code CREATE TABLE} to pieces, along the grammar of SQLite's manual. */
final class SqliteTableParser {

    private static final Set<String> BEHIND_TYPE = Set.of(
            "constraint",
            "primary",
            "not",
            "null",
            "unique",
            "check",
            "default",
            "collate",
            "references",
            "generated",
            "as");

    private final SqliteTokens tokens;

    private SqliteTableParser(String sql) {
        this.tokens = new SqliteTokens(sql);
    }

    static SqliteTable parse(String sql) {
        SqliteTokens tokens = new SqliteTokens(sql);
        String name = "";
        while (!tokens.atEnd() && !tokens.peek().is('(')) {
            name = tokens.take().text();
        }
        List<SqliteColumn> columns = new ArrayList<>();
        List<SqliteClause> constraints = new ArrayList<>();
        for (String item : SqliteTokens.split(tokens.group())) {
            SqliteTableParser parser = new SqliteTableParser(item);
            if (parser.isConstraint()) {
                while (!parser.tokens.atEnd()) {
                    constraints.add(parser.clause());
                }
            } else {
                columns.add(parser.column());
            }
        }
        return new SqliteTable(
                name.substring(name.lastIndexOf('.') + 1),
                columns,
                constraints,
                sql.substring(tokens.end()).strip());
    }

    private boolean isConstraint() {
        SqliteTokens.Token first = tokens.peek();
        SqliteTokens.Token second = tokens.peek(1);
        return first.is("CONSTRAINT")
                || (first.is("PRIMARY") && second.is("KEY"))
                || (first.is("FOREIGN") && second.is("KEY"))
                || (first.is("UNIQUE") && second.is('('))
                || (first.is("CHECK") && second.is('('));
    }

    private SqliteColumn column() {
        String name = tokens.take().text();
        int from = tokens.start();
        int to = from;
        while (!tokens.atEnd() && !beginsClause(tokens.peek())) {
            if (tokens.peek().is('(')) {
                tokens.group();
            } else {
                tokens.take();
            }
            to = tokens.end();
        }
        String type = tokens.text(from, to);
        List<SqliteClause> clauses = new ArrayList<>();
        while (!tokens.atEnd()) {
            clauses.add(clause());
        }
        return new SqliteColumn(name, type, clauses);
    }

    private static boolean beginsClause(SqliteTokens.Token token) {
        return token.kind() == SqliteTokens.Kind.WORD
                && BEHIND_TYPE.contains(token.text().toLowerCase(java.util.Locale.ROOT));
    }

    private SqliteClause clause() {
        String name = tokens.skip("CONSTRAINT") ? tokens.take().text() : null;
        int from = tokens.start();
        if (tokens.skip("PRIMARY", "KEY")) {
            List<String> columns = tokens.names();
            if (!tokens.skip("ASC")) {
                tokens.skip("DESC");
            }
            conflict();
            tokens.skip("AUTOINCREMENT");
            return clause(Kind.PRIMARY_KEY, name, from, columns, "");
        }
        if (tokens.skip("UNIQUE")) {
            List<String> columns = tokens.names();
            conflict();
            return clause(Kind.UNIQUE, name, from, columns, "");
        }
        if (tokens.skip("CHECK")) {
            String expression = tokens.group();
            conflict();
            return clause(Kind.CHECK, name, from, List.of(), expression.strip());
        }
        if (tokens.skip("FOREIGN", "KEY")) {
            List<String> columns = tokens.names();
            tokens.skip("REFERENCES");
            return reference(name, from, columns);
        }
        return tokens.skip("REFERENCES") ? reference(name, from, List.of()) : columnClause(name, from);
    }

    private SqliteClause columnClause(@Nullable String name, int from) {
        if (tokens.skip("NOT", "NULL")) {
            conflict();
            return clause(Kind.NOT_NULL, name, from, List.of(), "");
        }
        if (tokens.skip("NULL")) {
            conflict();
            return clause(Kind.NULL, name, from, List.of(), "");
        }
        if (tokens.skip("COLLATE")) {
            return clause(Kind.COLLATE, name, from, List.of(), tokens.take().text());
        }
        if (tokens.skip("DEFAULT")) {
            int value = tokens.start();
            if (tokens.peek().is('(')) {
                tokens.group();
            } else if (tokens.peek().is('-') || tokens.peek().is('+')) {
                tokens.take();
                tokens.take();
            } else {
                boolean blob = tokens.take().is("x");
                if (blob && tokens.peek().kind() == SqliteTokens.Kind.STRING) {
                    tokens.take();
                }
            }
            return clause(Kind.DEFAULT, name, from, List.of(), tokens.text(value, tokens.end()));
        }
        tokens.skip("GENERATED", "ALWAYS");
        if (!tokens.skip("AS")) {
            throw new IllegalArgumentException("Not understood: " + tokens.text(from, tokens.start() + 1));
        }
        String expression = tokens.group();
        if (!tokens.skip("STORED")) {
            tokens.skip("VIRTUAL");
        }
        return clause(Kind.GENERATED, name, from, List.of(), expression.strip());
    }

    private SqliteClause reference(@Nullable String name, int from, List<String> columns) {
        String target = tokens.take().text();
        tokens.names();
        boolean more = true;
        while (more) {
            if (tokens.skip("ON")) {
                tokens.take();
                action();
            } else if (tokens.skip("MATCH")) {
                tokens.take();
            } else if (!tokens.skip("NOT", "DEFERRABLE") && !tokens.skip("DEFERRABLE")) {
                more = tokens.skip("INITIALLY", "DEFERRED") || tokens.skip("INITIALLY", "IMMEDIATE");
            }
        }
        return clause(Kind.FOREIGN_KEY, name, from, columns, target);
    }

    /** Two words, or one. */
    private void action() {
        if (!tokens.skip("SET")) {
            tokens.skip("NO");
        }
        tokens.take();
    }

    private void conflict() {
        if (tokens.skip("ON", "CONFLICT")) {
            tokens.take();
        }
    }

    private SqliteClause clause(Kind kind, @Nullable String name, int from, List<String> columns, String detail) {
        return new SqliteClause(kind, name, tokens.text(from, tokens.end()), columns, detail);
    }
}
