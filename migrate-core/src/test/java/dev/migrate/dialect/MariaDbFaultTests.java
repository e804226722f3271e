package dev.migrate.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operations;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Target;
import dev.migrate.run.MigrationState;
import dev.migrate.run.Resolution;
import dev.migrate.run.RunReport;
import dev.migrate.run.RunSettings;
import dev.migrate.run.StatementFailedException;
import dev.migrate.testing.RequiresMariaDb;
import dev.migrate.testing.TestDatabases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What can go wrong on a server, made to go wrong. */
@RequiresMariaDb
class MariaDbFaultTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DriverManagerDataSource database = TestDatabases.mariaDb();

    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @BeforeEach
    void oneRevision() {
        script("a", "", "CREATE TABLE calls (id integer PRIMARY KEY, n integer);\nINSERT INTO calls VALUES (1, 1);");
    }

    @Test
    void killedConnectionFreesTheLock() throws SQLException {
        BookTables books = new BookTables(schema(), "migrate_version", "migrate_history");
        try (Connection holder = database.getConnection();
                Connection other = database.getConnection()) {
            MariaDbLock held = new MariaDbLock(holder, books);
            MariaDbLock waiting = new MariaDbLock(other, books);
            assertThat(held.tryAcquire()).isTrue();
            assertThat(waiting.tryAcquire()).isFalse();
            LockHolder told = requireNonNull(waiting.holder());
            assertThat(told.describe()).startsWith("connection " + id(holder)).contains("(root)");

            jdbc.execute("KILL " + id(holder));

            assertThat(eventually(waiting)).isTrue();
            assertThat(waiting.release()).isTrue();
            assertThat(waiting.release()).isFalse();
        }
    }

    @Test
    void whatAScriptSetsEndsWithIt() throws SQLException {
        String state =
                "CONCAT_WS(' ', @@foreign_key_checks, @@sql_mode, @@max_statement_time, @@character_set_results, DATABASE())";
        script("b", "a", "CREATE TABLE notes (id integer PRIMARY KEY, text varchar(2000));");
        script("c", "b", "INSERT INTO notes VALUES (1, " + state + ");");
        script(
                "d",
                "c",
                "/*!40014 SET foreign_key_checks = 0 */;\nSET sql_mode = '', character_set_results = NULL;\nUSE mysql;");
        script("e", "d", "INSERT INTO notes VALUES (2, " + state + ");");
        SingleConnectionDataSource pool = new SingleConnectionDataSource(String.valueOf(database.getUrl()), true);
        try {
            JdbcTemplate lent = new JdbcTemplate(pool);
            String before = lent.queryForObject("SELECT " + state, String.class);

            new Migrator(settings(RunSettings.defaults()), pool).upgrade(Target.heads());

            assertThat(lent.queryForObject("SELECT " + state, String.class)).isEqualTo(before);
        } finally {
            pool.destroy();
        }
        assertThat(jdbc.queryForList("SELECT DISTINCT text FROM notes", String.class))
                .hasSize(1);
    }

    @Test
    void brokenSocketFreesTheLock() throws SQLException {
        BookTables books = new BookTables(schema(), "migrate_version", "migrate_history");
        Connection holder = database.getConnection();
        assertThat(new MariaDbLock(holder, books).tryAcquire()).isTrue();
        holder.abort(Runnable::run);

        try (Connection other = database.getConnection()) {
            assertThat(eventually(new MariaDbLock(other, books))).isTrue();
        }
    }

    @Test
    void lockIsOneForEachVersionTable() throws SQLException {
        try (Connection one = database.getConnection();
                Connection two = database.getConnection()) {
            assertThat(new MariaDbLock(one, new BookTables(schema(), "a", "h")).tryAcquire())
                    .isTrue();
            assertThat(new MariaDbLock(two, new BookTables(schema(), "b", "h")).tryAcquire())
                    .isTrue();
            assertThat(new MariaDbLock(two, new BookTables(schema() + "x", "a", "h")).tryAcquire())
                    .isTrue();
        }
    }

    @Test
    void runKilledWithinAStatementIsIncompleteUntilItIsResolved() throws Exception {
        script("b", "a", "INSERT INTO calls VALUES (2, 2);\nDO SLEEP(60);\nINSERT INTO calls VALUES (3, 3);");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<RunReport> run = thread.submit(() -> migrator().upgrade(Target.heads()));
            kill(sleeper());
            assertThatThrownBy(run::get).hasCauseInstanceOf(StatementFailedException.class);
        } finally {
            thread.shutdownNow();
        }

        assertThat(migrator().status().state()).isEqualTo(MigrationState.INCOMPLETE);
        assertThatThrownBy(() -> migrator().upgrade(Target.heads())).hasMessageContaining("INCOMPLETE");
        assertThat(migrator().current()).isEqualTo(Heads.of("a"));

        migrator().resolve("b", Resolution.APPLIED);
        migrator().upgrade(Target.heads());
        assertThat(jdbc.queryForList("SELECT id FROM calls ORDER BY id", Integer.class))
                .containsExactly(1, 2, 3);
    }

    @Test
    void tableThatSomebodyReadsIsWaitedForOnlyAsLongAsAllowed() throws SQLException {
        migrator().upgrade(Target.heads());
        script("b", "a", "ALTER TABLE calls ADD COLUMN title varchar(20);");
        Duration second = Duration.ofSeconds(1);
        try (Connection reader = database.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT * FROM calls");

            assertThatThrownBy(() -> migrator(new Timeouts(second, Duration.ZERO), Duration.ZERO)
                            .upgrade(Target.heads()))
                    .isInstanceOf(MigrateException.class)
                    .hasMessageContaining("Lock wait timeout");
            reader.rollback();
        }

        assertThat(migrator().upgrade(Target.heads()).after()).isEqualTo(Heads.of("b"));
    }

    @Test
    void statementThatTakesTooLongIsEndedAndOneOutsideATransactionIsNot() {
        script("b", "a", "UPDATE calls SET n = SLEEP(3);");
        Timeouts hasty = new Timeouts(Duration.ZERO, Duration.ofMillis(500));

        assertThatThrownBy(() -> migrator(hasty, Duration.ZERO).upgrade(Target.heads()))
                .isInstanceOfSatisfying(MigrateException.class, failure -> assertThat(failure.hint())
                        .contains("statement timeout"));

        script("b", "a", "UPDATE calls SET n = 5;");
        write("c", "b", " transaction=false", "UPDATE calls SET n = SLEEP(1);");
        assertThat(migrator(hasty, Duration.ZERO).upgrade(Target.heads()).after())
                .isEqualTo(Heads.of("c"));
    }

    @Test
    void idsThatDifferInCaseAreTwo() {
        script("B1x", "a", "");
        script("b1X", "a", "");

        assertThat(migrator().upgrade(Target.heads()).after()).isEqualTo(Heads.of("B1x", "b1X"));
        assertThat(migrator().upgrade(Target.heads()).steps()).isEmpty();
        assertThat(migrator().status().state()).isEqualTo(MigrationState.UP_TO_DATE);
    }

    @Test
    void messagesHoldNoValues() {
        migrator().upgrade(Target.heads());
        jdbc.execute("CREATE TABLE few (id integer, t varchar(3), d date, UNIQUE (t))");
        jdbc.execute("INSERT INTO few VALUES (1, 'q1z', NULL)");
        List<String> statements = List.of(
                "INSERT INTO few VALUES (1, 'q1z', NULL)",
                "INSERT INTO few VALUES ('q1z', 'x', NULL)",
                "INSERT INTO few VALUES (1, 'q1zq1z', NULL)",
                "INSERT INTO few VALUES (1, 'y', 'q1z')",
                "UPDATE few SET id = id + 'q1z'");
        for (String sql : statements) {
            assertThatThrownBy(() -> TestDatabases.execute(database, sql))
                    .rootCause()
                    .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(
                                    new MariaDbDialect().explain(failure).message())
                            .as(sql)
                            .doesNotContain("q1z", "conn=")
                            .isNotEmpty());
        }
    }

    @Test
    void sessionThatWouldReadTextsDifferentlyIsRefused() {
        DriverManagerDataSource other =
                new DriverManagerDataSource(database.getUrl() + "&sessionVariables=sql_mode='NO_BACKSLASH_ESCAPES'");

        assertThatThrownBy(() -> new Migrator(settings(RunSettings.defaults()), other).status())
                .hasMessageContaining("NO_BACKSLASH_ESCAPES");
    }

    @Test
    void connectionWithoutADatabaseIsRefused() {
        String url = String.valueOf(database.getUrl());
        DriverManagerDataSource none = new DriverManagerDataSource(url.replace(schema(), ""));

        assertThatThrownBy(() -> new Migrator(settings(RunSettings.defaults()), none).status())
                .hasMessageContaining("no database selected");
    }

    @Test
    void schemaThatIsNotTheConnectionsIsMadeAndUsed() {
        String other = schema() + "_other";
        RunSettings elsewhere =
                RunSettings.defaults().withBooks(new BookTables(other, "migrate_version", "migrate_history"));
        try {
            new Migrator(settings(elsewhere), database).upgrade(Target.heads());

            assertThat(jdbc.queryForObject("SELECT n FROM " + other + ".calls", Integer.class))
                    .isEqualTo(1);
            assertThat(jdbc.queryForObject("SELECT version_num FROM " + other + ".migrate_version", String.class))
                    .isEqualTo("a");
        } finally {
            jdbc.execute("DROP DATABASE " + other);
        }
    }

    @Test
    void schemaThatHoldsSomethingIsNotDropped() throws SQLException {
        String other = schema() + "_full";
        jdbc.execute("CREATE DATABASE " + other);
        jdbc.execute("CREATE TABLE " + other + ".precious (id integer)");
        Dialect dialect = new MariaDbDialect();
        var drop = (Wording.Statements)
                dialect.spell(Operations.record(op -> op.dropSchema(other))).get(0);

        assertThatThrownBy(() -> TestDatabases.execute(database, drop.sql().get(0)))
                .rootCause()
                .hasMessageContaining("not empty");
        jdbc.execute("DROP TABLE " + other + ".precious");
        TestDatabases.execute(database, drop.sql().get(0));
    }

    private String schema() {
        return String.valueOf(jdbc.queryForObject("SELECT DATABASE()", String.class));
    }

    private static long id(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT CONNECTION_ID()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private long sleeper() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            List<Long> found = jdbc.queryForList(
                    "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND INFO LIKE 'DO SLEEP%'",
                    Long.class);
            if (!found.isEmpty()) {
                return found.get(0);
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("The statement never began");
    }

    private void kill(long connection) {
        jdbc.execute("KILL " + connection);
    }

    private static boolean eventually(MariaDbLock lock) throws SQLException {
        for (int i = 0; i < 500; i++) {
            if (lock.tryAcquire()) {
                return true;
            }
            pause();
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Migrator migrator() {
        return new Migrator(settings(RunSettings.defaults()), database);
    }

    private Migrator migrator(Timeouts timeouts, Duration retryFor) {
        return new Migrator(
                settings(RunSettings.defaults().withTimeouts(timeouts).withRetryFor(retryFor)), database);
    }

    private MigrateSettings settings(RunSettings run) {
        MigrateSettings defaults = MigrateSettings.defaults();
        return new MigrateSettings(List.of("file:" + folder), folder, defaults.fileTemplate(), null, run);
    }

    private void script(String id, String revises, String upgrade) {
        write(id, revises, "", upgrade);
    }

    private void write(String id, String revises, String options, String upgrade) {
        String text = "-- revision: " + id + "\n" + (revises.isEmpty() ? "" : "-- revises: " + revises + "\n")
                + "-- message: " + id + "\n\n-- migrate:upgrade" + options + "\n" + upgrade + "\n";
        try {
            Files.writeString(folder.resolve(id + "_" + Integer.toHexString(id.hashCode()) + ".sql"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
