package dev.migrate.inspect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One constraint of a table of SQLite, or one of the other clauses behind a column.
 *
 * @param kind what it is
 * @param name of the constraint, or {@code null}
 * @param sql as it was written, without its name
 * @param columns it is about, if it stands behind all columns
 * @param detail the expression, default, collation or target table, whichever it has; otherwise empty
 */
public record SqliteClause(Kind kind, @Nullable String name, String sql, List<String> columns, String detail) {

    /** What a clause is. */
    public enum Kind {
        /** The primary key. */
        PRIMARY_KEY,
        /** A unique constraint. */
        UNIQUE,
        /** A foreign key. */
        FOREIGN_KEY,
        /** A condition. */
        CHECK,
        /** A default. */
        DEFAULT,
        /** That the column may not be empty. */
        NOT_NULL,
        /** That the column may be empty. */
        NULL,
        /** A collation. */
        COLLATE,
        /** How the column is computed. */
        GENERATED
    }

    /** Copies the list. */
    public SqliteClause {
        columns = List.copyOf(columns);
    }

    /** Returns the same clause under another name. */
    public SqliteClause named(@Nullable String other) {
        return new SqliteClause(kind, other, sql, columns, detail);
    }

    /** Tells whether a piece of SQL contains the name of this column. */
    public static boolean mentions(String sql, String column) {
        SqliteTokens tokens = new SqliteTokens(sql);
        while (!tokens.atEnd()) {
            SqliteTokens.Token token = tokens.take();
            boolean function =
                    token.kind() == SqliteTokens.Kind.WORD && tokens.peek().is('(');
            if (!function && last(token).names(column)) {
                return true;
            }
        }
        return false;
    }

    /** The last part of a dotted name. */
    private static SqliteTokens.Token last(SqliteTokens.Token token) {
        int dot = token.kind() == SqliteTokens.Kind.WORD ? token.text().lastIndexOf('.') : -1;
        return dot < 0
                ? token
                : new SqliteTokens.Token(token.kind(), token.text().substring(dot + 1), token.start(), token.end());
    }
}
