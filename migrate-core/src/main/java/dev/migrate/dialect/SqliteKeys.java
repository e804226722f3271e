package dev.migrate.dialect;

import java.util.List;

import dev.migrate.operation.SqlSyntax;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.Types;

/** Primary keys as SQLite has them: only a column that is an INTEGER and the key by itself numbers its rows. */
final class SqliteKeys {

    private SqliteKeys() {}

    /** Returns a column that numbers rows, with the one type that can. */
    static Column numbered(Column column) {
        return new Column(column.name(), Types.integer(), true, DefaultValue.none(), column.identity(), null, null, "");
    }

    /** Returns the table with key columns that refuse empty values, and without a key that stands behind its column. */
    static Table withKey(Table table, List<String> key) {
        List<Column> columns = table.columns().stream()
                .map(column -> key.contains(column.name()) ? notNull(column) : column)
                .toList();
        boolean inline = columns.stream().anyMatch(column -> column.identity() != null);
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> !inline || !(constraint instanceof PrimaryKey))
                .toList();
        return new Table(table.name(), columns, constraints, table.comment());
    }

    /** Gives the key of numbered rows the name that it has in the table. */
    static String named(String sql, Table table, SqlSyntax syntax) {
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof PrimaryKey key && key.name() != null) {
                String line = "\n    " + syntax.quote(key.columns().get(0)) + " integer ";
                String before = line + "PRIMARY KEY AUTOINCREMENT";
                int at = sql.indexOf(before);
                return at < 0
                        ? sql
                        : sql.substring(0, at) + line + "CONSTRAINT " + syntax.quote(key.name())
                                + sql.substring(at + line.length() - 1);
            }
        }
        return sql;
    }

    private static Column notNull(Column column) {
        return new Column(
                column.name(),
                column.type(),
                false,
                column.defaultValue(),
                column.identity(),
                column.generated(),
                column.collation(),
                column.comment());
    }
}
