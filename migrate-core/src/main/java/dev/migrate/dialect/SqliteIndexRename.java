package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.migrate.inspect.SqliteIndex;
import dev.migrate.operation.RenameIndex;

/** Makes an index again under another name, as SQLite cannot rename it. */
final class SqliteIndexRename implements Wording.Look {

    private final SqliteSpelling spelling;

    private final RenameIndex rename;

    SqliteIndexRename(SqliteSpelling spelling, RenameIndex rename) {
        this.spelling = spelling;
        this.rename = rename;
    }

    @Override
    public List<String> statements(Connection connection) throws SQLException {
        String sql = SqliteCatalog.sql(connection, "index", rename.index());
        return List.of(
                "DROP INDEX " + spelling.quote(rename.index()),
                SqliteIndex.parse(sql).toSql(spelling.quote(rename.name())));
    }
}
