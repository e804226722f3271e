package dev.migrate.dialect;

import java.nio.charset.StandardCharsets;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

import dev.migrate.error.MigrateException;
import dev.migrate.inspect.Inspector;
import dev.migrate.operation.Interruptible;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;

/** PostgreSQL 14 and later. */
final class PostgresDialect implements Dialect {

    private static final int LONGEST_NAME = 63;

    private final int version;

    /** Creates the dialect of a version that is not known. */
    PostgresDialect() {
        this(Integer.MAX_VALUE);
    }

    private PostgresDialect(int version) {
        this.version = version;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public boolean recognizes(String productName) {
        return productName.equals("PostgreSQL");
    }

    @Override
    public boolean recognizesUrl(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    @Override
    public Dialect ofVersion(int major, int minor) {
        return new PostgresDialect(major);
    }

    @Override
    public String quote(String identifier) {
        return StandardSyntax.doubleQuoted(identifier);
    }

    @Override
    public String quote(ObjectName name) {
        return spelling().quote(name);
    }

    @Override
    public String literal(@Nullable Object value) {
        return new PostgresLiterals().of(value);
    }

    @Override
    public String type(ColumnType type) {
        return spelling().type(type);
    }

    @Override
    public @Nullable String unsupported(Operation operation) {
        String missing = spelling().unsupported(operation);
        if (missing != null) {
            return missing;
        }
        String name = UsedNames.first(operation, PostgresDialect::isCut);
        return name == null
                ? null
                : "PostgreSQL cuts names behind " + LONGEST_NAME + " bytes, and \"" + name + "\" has "
                        + name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The server would take the name without a word, and another one that begins alike for the same. */
    private static boolean isCut(String name) {
        return name.length() > LONGEST_NAME / 4 && name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
    }

    @Override
    public List<Wording> spell(List<Operation> operations) {
        List<Wording> sql = Wording.ofSql(operations);
        return sql == null ? spelling().spell(operations) : sql;
    }

    @Override
    public Schema inspect(Connection connection, List<String> schemas) throws SQLException {
        return Inspector.postgres().inspect(connection, schemas);
    }

    @Override
    public Surroundings look(Connection connection, BookTables configured) throws SQLException {
        String schema = configured.schema();
        // A start with nothing to do pays for every table and every function that its session has not yet seen.
        String sql = "SELECT CURRENT_CATALOG, "
                + (schema.isEmpty()
                        ? "CURRENT_SCHEMA, true"
                        : literal(schema) + ", to_regnamespace(" + literal(quote(schema)) + ") IS NOT NULL")
                + ", " + isRelation(schema, configured.version()) + ", " + isRelation(schema, configured.history())
                + ", current_setting('search_path')";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            String name = row.getString(2);
            if (name == null) {
                throw new MigrateException(
                        "The database user's search_path names no schema that there is and that the user may use",
                        "Create the schema, grant USAGE on it to the user, or set migrate.schema.");
            }
            return new Surroundings(
                    row.getString(1), name, row.getBoolean(3), row.getBoolean(4), row.getBoolean(5), row.getString(6));
        }
    }

    @Override
    public int versionWidth(Connection connection, BookTables books) throws SQLException {
        String sql = "SELECT atttypmod - 4 FROM pg_catalog.pg_attribute WHERE attname = 'version_num' AND attrelid = "
                + literal(qualified(books, books.version())) + "::regclass";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            int width = row.next() ? row.getInt(1) : 0;
            return width > 0 ? width : Integer.MAX_VALUE;
        }
    }

    @Override
    public List<String> createBooks(BookTables books, Surroundings surroundings) {
        List<String> statements = new ArrayList<>();
        if (!surroundings.schemaExists()) {
            statements.add("CREATE SCHEMA IF NOT EXISTS " + quote(books.schema()));
        }
        if (!surroundings.versionTable()) {
            statements.add("""
                    CREATE TABLE IF NOT EXISTS %s (
                        version_num varchar(255) NOT NULL,
                        CONSTRAINT %s PRIMARY KEY (version_num))""".formatted(qualified(books, books.version()), quote(books.version() + "_pkc")));
        }
        if (!surroundings.historyTable()) {
            statements.add("""
                    CREATE TABLE IF NOT EXISTS %s (
                        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        at timestamptz NOT NULL DEFAULT clock_timestamp(),
                        event varchar(16) NOT NULL,
                        direction varchar(16) NOT NULL,
                        revision varchar(255),
                        heads_after text NOT NULL,
                        statement integer,
                        checksum varchar(64),
                        node_hash varchar(64),
                        directory_hash varchar(64),
                        duration_ms bigint,
                        database_user text,
                        host text,
                        application text,
                        application_version text,
                        sqlstate varchar(5),
                        message text)""".formatted(qualified(books, books.history())));
            statements.add("CREATE INDEX IF NOT EXISTS %s ON %s (revision, id)"
                    .formatted(quote(books.history() + "_revision"), qualified(books, books.history())));
        }
        return statements;
    }

    @Override
    public Restoration remember(Connection connection) throws SQLException {
        return PostgresSession.remember(connection);
    }

    @Override
    public List<String> resetSettings() {
        return List.of("RESET ALL");
    }

    @Override
    public void prepare(Connection connection, String applicationName) throws SQLException {
        PostgresSession.prepare(connection, applicationName, version);
    }

    @Override
    public String sessionId(Connection connection) throws SQLException {
        return PostgresSession.id(connection);
    }

    @Override
    public boolean isDirect(Connection connection, String sessionId) {
        PgConnection driver = DatabaseProduct.driver(connection);
        return driver != null && sessionId.equals(Integer.toString(driver.getBackendPID()));
    }

    @Override
    public boolean preparesBySql() {
        return true;
    }

    @Override
    public SessionSight watch(Connection other, String sessionId) throws SQLException {
        return PostgresSession.watch(other, sessionId);
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public boolean sharesBackfills() {
        return true;
    }

    @Override
    public int batchSize() {
        // Longer batches make the driver wait in between anyway; its messages count without separators up to 999.
        return 200;
    }

    @Override
    public List<String> sessionSettings(Surroundings surroundings) {
        return List.of("SELECT set_config('search_path', " + literal(searchPath(surroundings)) + ", false)");
    }

    @Override
    public List<String> transactionSettings(Timeouts timeouts, Surroundings surroundings) {
        // The first text that is formatted costs a start many milliseconds, and %d would write the digits of the
        // machine's locale.
        return List.of("SELECT set_config('lock_timeout', '" + timeouts.lock().toMillis()
                + "', true), set_config('statement_timeout', '"
                + timeouts.statement().toMillis()
                + "', true), set_config('search_path', " + literal(searchPath(surroundings)) + ", true)");
    }

    private String searchPath(Surroundings surroundings) {
        String own = quote(surroundings.schema());
        String rest = surroundings.searchPath();
        if (rest.isBlank()) {
            return own;
        }
        return rest.equals(own) || rest.equals(surroundings.schema()) || rest.startsWith(own + ",")
                ? rest
                : own + ", " + rest;
    }

    @Override
    public MigrationLock lock(Connection connection, BookTables books) {
        return new PostgresLock(connection, books);
    }

    @Override
    public List<String> takeLock(BookTables books) {
        return List.of(PostgresLock.take(PostgresLock.key(books)));
    }

    @Override
    public @Nullable Probe probe(Interruptible statement) {
        return PostgresProbe.of(statement);
    }

    @Override
    public String millisSince(String timestampExpression) {
        return "round(extract(epoch FROM clock_timestamp() - " + timestampExpression + ") * 1000)::bigint";
    }

    @Override
    public String epochMicros(String timestampExpression) {
        return "(extract(epoch FROM " + timestampExpression + ") * 1000000)::bigint";
    }

    @Override
    public String transactionStart() {
        return "transaction_timestamp()";
    }

    @Override
    public String sessionUser() {
        return "session_user";
    }

    @Override
    public List<String> require(String condition, String message) {
        return List.of("DO $migrate$ BEGIN IF NOT (" + condition + ") THEN RAISE EXCEPTION USING MESSAGE = "
                + literal(message.replace("$migrate$", "")) + "; END IF; END $migrate$");
    }

    @Override
    public ScriptStyle scriptStyle() {
        return new ScriptStyle("\\set ON_ERROR_STOP on", "BEGIN", "public");
    }

    @Override
    public DatabaseFailure explain(SQLException failure) {
        return failures().explain(failure);
    }

    @Override
    public int failedEntry(BatchUpdateException failure) {
        return failures().failedEntry(failure);
    }

    @Override
    public @Nullable String adviceFor(DatabaseFailure failure) {
        return failures().adviceFor(failure);
    }

    /** Made only for operations: a start with nothing to do pays for every class. */
    private PostgresSpelling spelling() {
        return new PostgresSpelling(version);
    }

    /** Made only when something failed: the class needs the driver, which an application on another database does not have. */
    private static PostgresFailures failures() {
        return new PostgresFailures();
    }

    private String isRelation(String schema, String table) {
        String name = schema.isEmpty()
                ? "format('%I.%I', coalesce(CURRENT_SCHEMA, ''), " + literal(table) + ")"
                : literal(quote(schema) + "." + quote(table));
        return "to_regclass(" + name + ") IS NOT NULL";
    }

    private String qualified(BookTables books, String table) {
        return quote(books.schema()) + "." + quote(table);
    }
}
