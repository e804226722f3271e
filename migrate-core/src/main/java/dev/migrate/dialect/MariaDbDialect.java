package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.inspect.Inspector;
import dev.migrate.operation.LexicalRules;
import dev.migrate.schema.Schema;

/** MariaDB 10.11 and later; a schema is what MariaDB calls a database. */
final class MariaDbDialect extends SpelledDialect {

    private static final long A_YEAR = 31_536_000;

    /** Ids differ in case, and the usual collations do not tell it. */
    private static final String TEXT = " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";

    private final MariaDbFailures failures = new MariaDbFailures();

    MariaDbDialect() {
        super(new MariaDbSpelling(), MariaDbSpelling.LACKING);
    }

    @Override
    public boolean recognizes(String productName) {
        return productName.equals("MariaDB");
    }

    @Override
    public boolean recognizesUrl(String url) {
        return url.startsWith("jdbc:mariadb:") || url.startsWith("jdbc:mysql:");
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.mariadb();
    }

    @Override
    public Surroundings look(Connection connection, BookTables configured) throws SQLException {
        String schema = configured.schema().isEmpty() ? "DATABASE()" : literal(configured.schema());
        String sql = """
                SELECT DATABASE(), %1$s,
                       EXISTS (SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = %1$s),
                       EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = %1$s AND TABLE_NAME = %2$s),
                       EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = %1$s AND TABLE_NAME = %3$s),
                       @@session.sql_mode LIKE '%%NO_BACKSLASH_ESCAPES%%'""".formatted(schema, literal(configured.version()), literal(configured.history()));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            String own = row.getString(1);
            String name = row.getString(2);
            refuseUnusable(name, row.getBoolean(6));
            return new Surroundings(
                    Objects.requireNonNullElse(own, ""),
                    name,
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getBoolean(5),
                    Objects.requireNonNullElse(own, ""));
        }
    }

    @Override
    public int versionWidth(Connection connection, BookTables books) throws SQLException {
        return declaredWidth(connection, books);
    }

    private static void refuseUnusable(@Nullable String schema, boolean withoutEscapes) {
        if (schema == null) {
            throw new MigrateException(
                    "The connection has no database selected, so there is nowhere to keep the books",
                    "Name one at the end of the JDBC URL, or set migrate.schema.");
        }
        if (withoutEscapes) {
            throw new MigrateException(
                    "The session's sql_mode has NO_BACKSLASH_ESCAPES, so a text would not mean what it says",
                    "Leave it out for this connection: add sessionVariables=sql_mode='STRICT_TRANS_TABLES' to migrate.url.");
        }
    }

    @Override
    public List<String> createBooks(BookTables books, Surroundings surroundings) {
        List<String> statements = new ArrayList<>();
        if (!surroundings.schemaExists()) {
            statements.add("CREATE DATABASE IF NOT EXISTS " + quote(books.schema()));
        }
        if (!surroundings.versionTable()) {
            statements.add("""
                    CREATE TABLE IF NOT EXISTS %s (
                        version_num VARCHAR(255) NOT NULL,
                        PRIMARY KEY (version_num)
                    ) ENGINE = InnoDB%s""".formatted(qualified(books, books.version()), TEXT));
        }
        if (!surroundings.historyTable()) {
            statements.add(
                    """
                    CREATE TABLE IF NOT EXISTS %s (
                        id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
                        at DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)) COMMENT 'UTC',
                        event VARCHAR(16) NOT NULL,
                        direction VARCHAR(16) NOT NULL,
                        revision VARCHAR(255),
                        heads_after LONGTEXT NOT NULL,
                        statement INTEGER,
                        checksum VARCHAR(64),
                        node_hash VARCHAR(64),
                        directory_hash VARCHAR(64),
                        duration_ms BIGINT,
                        database_user VARCHAR(255),
                        host TEXT,
                        application TEXT,
                        application_version TEXT,
                        `sqlstate` VARCHAR(5),
                        message LONGTEXT,
                        INDEX %s (revision, id)
                    ) ENGINE = InnoDB%s""".formatted(qualified(books, books.history()), quote(books.history() + "_revision"), TEXT));
        }
        return statements;
    }

    @Override
    public Restoration remember(Connection connection) throws SQLException {
        return MariaDbSession.remember(connection);
    }

    @Override
    public void prepare(Connection connection, String applicationName) throws SQLException {
        // A session has no name here; the server ends it when its connection breaks.
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public List<String> sessionSettings(Surroundings surroundings) {
        return surroundings.schema().equals(surroundings.searchPath())
                ? List.of()
                : List.of("USE " + quote(surroundings.schema()));
    }

    /** Locks are waited for in whole seconds; a change of a table waits for its readers no longer than others for a row. */
    @Override
    public List<String> transactionSettings(Timeouts timeouts, Surroundings surroundings) {
        long lock = timeouts.lock().isZero() ? A_YEAR : wholeSeconds(timeouts.lock());
        return List.of("SET SESSION lock_wait_timeout = " + lock + ", SESSION innodb_lock_wait_timeout = " + lock
                + ", SESSION max_statement_time = " + seconds(timeouts.statement()));
    }

    private static long wholeSeconds(Duration duration) {
        return Math.min(A_YEAR, Math.max(1, duration.plusMillis(999).toSeconds()));
    }

    private static String seconds(Duration duration) {
        long millis = Math.min(A_YEAR * 1000, duration.toMillis());
        return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }

    @Override
    public MigrationLock lock(Connection connection, BookTables books) {
        return new MariaDbLock(connection, books);
    }

    @Override
    public List<String> takeLock(BookTables books) {
        return require(MariaDbLock.take(MariaDbLock.name(books)), "another migrate run holds the lock");
    }

    @Override
    public String millisSince(String timestampExpression) {
        return "TIMESTAMPDIFF(MICROSECOND, " + timestampExpression + ", UTC_TIMESTAMP(6)) DIV 1000";
    }

    @Override
    public String epochMicros(String timestampExpression) {
        return "TIMESTAMPDIFF(MICROSECOND, TIMESTAMP '1970-01-01 00:00:00', " + timestampExpression + ")";
    }

    @Override
    public String transactionStart() {
        return "UTC_TIMESTAMP(6)";
    }

    @Override
    public String sessionUser() {
        return "SUBSTRING_INDEX(SESSION_USER(), '@', 1)";
    }

    @Override
    public String bookColumn(String name) {
        return quote(name);
    }

    /** A failure can be raised by hand only in a program, and the one statement that runs a program takes no subquery. */
    @Override
    public List<String> require(String condition, String message) {
        String signal = "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = " + literal(message);
        return List.of(
                "SET @migrate_check = IF(" + condition + ", 'DO 0', " + literal(signal) + ")",
                "EXECUTE IMMEDIATE @migrate_check");
    }

    @Override
    public ScriptStyle scriptStyle() {
        return new ScriptStyle("", "START TRANSACTION", "", "DELIMITER");
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
        return Inspector.mariaDb().inspect(connection, schemas);
    }
}
