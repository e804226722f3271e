package dev.migrate.inspect;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table of SQLite as it was written.
 *
 * @param name its name
 * @param type as it was written; empty if it has none
 * @param clauses what stands behind the type, in order
 */
public record SqliteColumn(String name, String type, List<SqliteClause> clauses) {

    /** Copies the list. */
    public SqliteColumn {
        clauses = List.copyOf(clauses);
    }

    /** Returns its clause of a kind, or {@code null}. */
    public @Nullable SqliteClause clause(SqliteClause.Kind kind) {
        return clauses.stream().filter(c -> c.kind() == kind).findFirst().orElse(null);
    }

    /** Returns the column without its clauses of a kind. */
    public SqliteColumn without(SqliteClause.Kind kind) {
        return new SqliteColumn(
                name, type, clauses.stream().filter(c -> c.kind() != kind).toList());
    }

    /** Returns the column with one more clause. */
    public SqliteColumn with(SqliteClause clause) {
        List<SqliteClause> more = new ArrayList<>(clauses);
        more.add(clause);
        return new SqliteColumn(name, type, more);
    }

    /** Returns the column with another type. */
    public SqliteColumn typed(String other) {
        return new SqliteColumn(name, other, clauses);
    }
}
