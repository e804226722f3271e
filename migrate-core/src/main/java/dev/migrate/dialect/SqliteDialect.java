package dev.migrate.dialect;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.inspect.Inspector;
import dev.migrate.operation.LexicalRules;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;

/** SQLite 3.35 and later, through the driver of Xerial. */
final class SqliteDialect extends SpelledDialect {

    private static final String NOW = "strftime('%Y-%m-%d %H:%M:%f', 'now')";

    private static final String CLOCK = "temp.migrate_clock";

    private final SqliteFailures failures = new SqliteFailures();

    SqliteDialect() {
        super(new SqliteSpelling(), SqliteSpelling.LACKING);
    }

    @Override
    public boolean recognizes(String productName) {
        return productName.equals("SQLite");
    }

    @Override
    public boolean recognizesUrl(String url) {
        return url.startsWith("jdbc:sqlite:");
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.sqlite();
    }

    @Override
    String ownSchema() {
        return "main";
    }

    @Override
    public Surroundings look(Connection connection, BookTables configured) throws SQLException {
        if (!configured.schema().isEmpty() && !configured.schema().equals("main")) {
            throw new MigrateException(
                    "SQLite has no schema named " + configured.schema(), "Leave migrate.schema unset.");
        }
        String sql = """
                SELECT (SELECT file FROM pragma_database_list WHERE name = 'main'),
                       EXISTS (SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND lower(name) = lower(%s)),
                       EXISTS (SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND lower(name) = lower(%s))""".formatted(literal(configured.version()), literal(configured.history()));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            String file = row.getString(1);
            return new Surroundings(
                    file == null || file.isEmpty()
                            ? ":memory:"
                            : String.valueOf(Path.of(file).getFileName()),
                    "main",
                    true,
                    row.getBoolean(2),
                    row.getBoolean(3),
                    "");
        }
    }

    @Override
    public List<String> createBooks(BookTables books, Surroundings surroundings) {
        List<String> statements = new ArrayList<>();
        if (!surroundings.versionTable()) {
            statements.add("""
                    CREATE TABLE IF NOT EXISTS main.%s (
                        version_num varchar(255) NOT NULL,
                        CONSTRAINT %s PRIMARY KEY (version_num))""".formatted(quote(books.version()), quote(books.version() + "_pkc")));
        }
        if (!surroundings.historyTable()) {
            statements.add("""
                    CREATE TABLE IF NOT EXISTS main.%s (
                        id integer PRIMARY KEY AUTOINCREMENT,
                        at text NOT NULL DEFAULT (%s),
                        event text NOT NULL,
                        direction text NOT NULL,
                        revision text,
                        heads_after text NOT NULL,
                        statement integer,
                        checksum text,
                        node_hash text,
                        directory_hash text,
                        duration_ms integer,
                        database_user text,
                        host text,
                        application text,
                        application_version text,
                        sqlstate text,
                        message text)""".formatted(quote(books.history()), NOW));
            statements.add("CREATE INDEX IF NOT EXISTS main.%s ON %s (revision, id)"
                    .formatted(quote(books.history() + "_revision"), quote(books.history())));
        }
        return statements;
    }

    @Override
    public void prepare(Connection connection, String applicationName) throws SQLException {
        SqliteConnections.beginImmediately(connection);
    }

    /** A rebuild would take the rows of other tables along, and within a transaction nobody can say otherwise. */
    @Override
    public Restoration beforeTransaction(Connection connection, List<Operation> operations) throws SQLException {
        if (!SqliteSpelling.rebuilds(operations) || !enforcesForeignKeys(connection)) {
            return () -> {};
        }
        enforceForeignKeys(connection, "OFF");
        return () -> enforceForeignKeys(connection, "ON");
    }

    private static boolean enforcesForeignKeys(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA foreign_keys")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void enforceForeignKeys(Connection connection, String state) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = " + state);
        }
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public List<String> sessionSettings(Surroundings surroundings) {
        return List.of();
    }

    @Override
    public List<String> transactionSettings(Timeouts timeouts, Surroundings surroundings) {
        long wait =
                timeouts.lock().isZero() ? Integer.MAX_VALUE : timeouts.lock().toMillis();
        // There is no expression for the time at which a transaction began.
        return List.of(
                "PRAGMA busy_timeout = " + Math.min(wait, Integer.MAX_VALUE),
                "DROP TABLE IF EXISTS " + CLOCK,
                "CREATE TEMPORARY TABLE migrate_clock AS SELECT " + NOW + " AS at");
    }

    @Override
    public MigrationLock lock(Connection connection, BookTables books) {
        return new SqliteLock(connection);
    }

    @Override
    public List<String> takeLock(BookTables books) {
        // The client's session then keeps everybody else out until it ends.
        return List.of("PRAGMA main.locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "COMMIT");
    }

    @Override
    public String millisSince(String timestampExpression) {
        return "CAST(round((julianday('now') - julianday(" + timestampExpression + ")) * 86400000) AS integer)";
    }

    @Override
    public String epochMicros(String timestampExpression) {
        return "CAST(round(unixepoch(" + timestampExpression + ", 'subsec') * 1000) AS integer) * 1000";
    }

    @Override
    public String transactionStart() {
        return "(SELECT at FROM " + CLOCK + ")";
    }

    @Override
    public String sessionUser() {
        return literal(System.getProperty("user.name"));
    }

    @Override
    public List<String> require(String condition, String message) {
        return List.of(
                "CREATE TEMPORARY TABLE migrate_require (holds integer CONSTRAINT " + quote(message)
                        + " CHECK (holds))",
                "INSERT INTO temp.migrate_require SELECT " + condition,
                "DROP TABLE temp.migrate_require");
    }

    @Override
    public ScriptStyle scriptStyle() {
        return new ScriptStyle(".bail on", "BEGIN IMMEDIATE", "main");
    }

    @Override
    public DatabaseFailure explain(SQLException failure) {
        return failures.explain(failure);
    }

    @Override
    public @Nullable String adviceFor(DatabaseFailure failure) {
        return failures.adviceFor(failure);
    }

    @Override
    public Schema inspect(Connection connection, List<String> schemas) throws SQLException {
        return Inspector.sqlite().inspect(connection, schemas);
    }

    @Override
    public Connection emptyDatabase(Connection like) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite::memory:");
    }
}
