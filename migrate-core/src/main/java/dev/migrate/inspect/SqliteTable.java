package dev.migrate.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A table of SQLite in the pieces of the statement that made it, so that whoever changes one piece keeps all others to the letter.
 *
 * @param name its name
 * @param columns in their order
 * @param constraints that stand behind the columns
 * @param options what stands behind the parenthesis, such as {@code STRICT}
 */
public record SqliteTable(String name, List<SqliteColumn> columns, List<SqliteClause> constraints, String options) {

    /** Copies the lists. */
    public SqliteTable {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
    }

    /** Takes the statement to pieces that SQLite keeps for a table. */
    public static SqliteTable parse(String sql) {
        return SqliteTableParser.parse(sql);
    }

    /** Returns the column of this name, in whatever case, or {@code null}. */
    public @Nullable SqliteColumn column(String column) {
        return columns.stream()
                .filter(c -> c.name().equalsIgnoreCase(column))
                .findFirst()
                .orElse(null);
    }

    /** Tells whether the rows are numbered and no number is ever used again. */
    public boolean autoincrement() {
        return columns.stream()
                .map(column -> column.clause(SqliteClause.Kind.PRIMARY_KEY))
                .anyMatch(key -> key != null && SqliteClause.mentions(key.sql(), "AUTOINCREMENT"));
    }

    /** Returns the statement that makes the same table under a name. */
    public String toSql(String quotedName) {
        List<String> lines = new ArrayList<>();
        for (SqliteColumn column : columns) {
            Stream<String> head = Stream.of(quote(column.name()), column.type());
            Stream<String> tail = column.clauses().stream().map(SqliteTable::text);
            lines.add(String.join(
                    " ", Stream.concat(head, tail).filter(s -> !s.isEmpty()).toList()));
        }
        constraints.forEach(constraint -> lines.add(text(constraint)));
        return "CREATE TABLE " + quotedName + " (\n    " + String.join(",\n    ", lines) + "\n)"
                + (options.isEmpty() ? "" : " " + options);
    }

    private static String text(SqliteClause clause) {
        return clause.name() == null ? clause.sql() : "CONSTRAINT " + quote(clause.name()) + " " + clause.sql();
    }

    private static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
