package dev.migrate.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;

/** Reads the statements that SQLite keeps for everything; virtual tables are left out. */
final class SqliteInspector implements Inspector {

    private static final String MAIN = "main";

    @Override
    public Schema inspect(Connection connection, List<String> schemas) throws SQLException {
        List<Table> tables = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        List<Replaceable> objects = new ArrayList<>();
        if (schemas.contains(MAIN)) {
            String sql = "SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL"
                    + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type = 'trigger', tbl_name, name";
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    ObjectName name = new ObjectName(MAIN, row.getString(2));
                    ObjectName table = new ObjectName(MAIN, row.getString(3));
                    String text = row.getString(4);
                    switch (row.getString(1)) {
                        case "table" -> {
                            if (!text.toUpperCase(Locale.ROOT).startsWith("CREATE VIRTUAL")) {
                                tables.add(SqliteModel.table(name, SqliteTable.parse(text)));
                            }
                        }
                        case "index" -> indexes.add(SqliteModel.index(name, table, text));
                        case "view" -> objects.add(view(name, text));
                        default -> objects.add(trigger(name, table, text));
                    }
                }
            }
        }
        return new Schema(tables, indexes, List.of(), List.of(), List.of(), objects);
    }

    private static Replaceable view(ObjectName name, String text) {
        SqliteTokens tokens = new SqliteTokens(text);
        while (!tokens.atEnd() && !tokens.take().is("AS")) {
            // The query stands behind the first AS.
        }
        return new Replaceable(Replaceable.Kind.VIEW, name, List.of(), null, text.substring(tokens.start()));
    }

    private static Replaceable trigger(ObjectName name, ObjectName table, String text) {
        SqliteTokens tokens = new SqliteTokens(text);
        while (!tokens.atEnd() && !tokens.take().names(name.name())) {
            // The definition stands behind the name.
        }
        return new Replaceable(Replaceable.Kind.TRIGGER, name, List.of(), table, text.substring(tokens.start()));
    }
}
