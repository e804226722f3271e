package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.inspect.Inspector;
import dev.migrate.operation.LexicalRules;
import dev.migrate.schema.Schema;

/** H2 2.2 and later. */
final class H2Dialect extends SpelledDialect {

    private final H2Failures failures = new H2Failures();

    H2Dialect() {
        super(new H2Spelling(), H2Spelling.LACKING);
    }

    @Override
    public boolean recognizes(String productName) {
        return productName.equals("H2");
    }

    @Override
    public boolean recognizesUrl(String url) {
        return url.startsWith("jdbc:h2:");
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.h2();
    }

    @Override
    public Surroundings look(Connection connection, BookTables configured) throws SQLException {
        String schema = configured.schema().isEmpty() ? "CURRENT_SCHEMA" : literal(configured.schema());
        String sql = """
                SELECT DATABASE(), s.name,
                       EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = s.name),
                       EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = s.name AND TABLE_NAME = %1$s),
                       EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = s.name AND TABLE_NAME = %2$s),
                       CURRENT_SCHEMA
                  FROM (SELECT %3$s AS name) s""".formatted(literal(configured.version()), literal(configured.history()), schema);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new Surroundings(
                    row.getString(1),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getBoolean(5),
                    row.getString(6));
        }
    }

    @Override
    public int versionWidth(Connection connection, BookTables books) throws SQLException {
        return declaredWidth(connection, books);
    }

    @Override
    public List<String> createBooks(BookTables books, Surroundings surroundings) {
        List<String> statements = new ArrayList<>();
        if (!surroundings.schemaExists()) {
            statements.add("CREATE SCHEMA IF NOT EXISTS " + quote(books.schema()));
        }
        if (!surroundings.versionTable()) {
            statements.add(
                    """
                    CREATE TABLE IF NOT EXISTS %s (
                        version_num VARCHAR(255) NOT NULL,
                        CONSTRAINT %s PRIMARY KEY (version_num))""".formatted(qualified(books, books.version()), qualified(books, books.version() + "_pkc")));
        }
        if (!surroundings.historyTable()) {
            statements.add("""
                    CREATE TABLE IF NOT EXISTS %s (
                        id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        at TIMESTAMP(6) WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP(6) NOT NULL,
                        event VARCHAR(16) NOT NULL,
                        direction VARCHAR(16) NOT NULL,
                        revision VARCHAR(255),
                        heads_after VARCHAR NOT NULL,
                        statement INTEGER,
                        checksum VARCHAR(64),
                        node_hash VARCHAR(64),
                        directory_hash VARCHAR(64),
                        duration_ms BIGINT,
                        database_user VARCHAR,
                        host VARCHAR,
                        application VARCHAR,
                        application_version VARCHAR,
                        sqlstate VARCHAR(5),
                        message VARCHAR)""".formatted(qualified(books, books.history())));
            statements.add("CREATE INDEX IF NOT EXISTS %s ON %s (revision, id)"
                    .formatted(qualified(books, books.history() + "_revision"), qualified(books, books.history())));
        }
        return statements;
    }

    @Override
    public void prepare(Connection connection, String applicationName) throws SQLException {
        // A session has no name here, and ends with its process.
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public List<String> sessionSettings(Surroundings surroundings) {
        return surroundings.schema().equals(surroundings.searchPath())
                ? List.of()
                : List.of("SET SCHEMA " + quote(surroundings.schema()));
    }

    @Override
    public List<String> transactionSettings(Timeouts timeouts, Surroundings surroundings) {
        long wait =
                timeouts.lock().isZero() ? Integer.MAX_VALUE : timeouts.lock().toMillis();
        return List.of(
                "SET LOCK_TIMEOUT " + Math.min(wait, Integer.MAX_VALUE),
                "SET QUERY_TIMEOUT " + Math.min(timeouts.statement().toMillis(), Integer.MAX_VALUE));
    }

    @Override
    public MigrationLock lock(Connection connection, BookTables books) {
        return new H2Lock(connection, books, qualified(books, H2Lock.tableName(books)));
    }

    @Override
    public List<String> takeLock(BookTables books) {
        String table = qualified(books, H2Lock.tableName(books));
        List<String> statements = new ArrayList<>(H2Lock.create(quote(books.schema()), table));
        statements.add(H2Lock.take(table));
        statements.addAll(require(H2Lock.mine(table), "another migrate run holds the lock"));
        return statements;
    }

    @Override
    public String millisSince(String timestampExpression) {
        return "DATEDIFF(MILLISECOND, " + timestampExpression + ", CURRENT_TIMESTAMP)";
    }

    @Override
    public String epochMicros(String timestampExpression) {
        return "CAST(EXTRACT(EPOCH FROM " + timestampExpression + ") * 1000000 AS BIGINT)";
    }

    @Override
    public String transactionStart() {
        return "CURRENT_TIMESTAMP";
    }

    @Override
    public String sessionUser() {
        return "CURRENT_USER";
    }

    @Override
    public List<String> require(String condition, String message) {
        return List.of("SELECT CASE WHEN " + condition + " THEN 1 ELSE SIGNAL('45000', " + literal(message) + ") END");
    }

    @Override
    public ScriptStyle scriptStyle() {
        return new ScriptStyle("", "BEGIN", "PUBLIC");
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
        return Inspector.h2().inspect(connection, schemas);
    }

    /** It takes names and types as the other one does. */
    @Override
    public Connection emptyDatabase(Connection like) throws SQLException {
        StringBuilder url = new StringBuilder("jdbc:h2:mem:");
        String sql = "SELECT SETTING_NAME, SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME IN"
                + " ('MODE', 'DATABASE_TO_UPPER', 'DATABASE_TO_LOWER', 'CASE_INSENSITIVE_IDENTIFIERS')";
        try (Statement statement = like.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                url.append(';').append(row.getString(1)).append('=').append(row.getString(2));
            }
        }
        return DriverManager.getConnection(url.toString());
    }
}
