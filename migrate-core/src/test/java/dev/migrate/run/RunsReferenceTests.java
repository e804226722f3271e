package dev.migrate.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.GrowingPause;
import dev.migrate.dialect.Timeouts;
import dev.migrate.operation.Interruptible;
import dev.migrate.revision.Target;
import dev.migrate.run.LonePart.Kind;
import dev.migrate.script.InterruptibleSql;
import dev.migrate.testing.ReferencePage;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Holds {@code docs/reference/runs.md} against what a run does. */
class RunsReferenceTests {

    private static final List<String> COMMANDS = List.of(
            ("ALTER ANALYSE ANALYZE CALL CHECKPOINT CLUSTER COMMENT COPY CREATE DELETE DO DROP EXECUTE GRANT IMPORT"
                            + " INSERT LISTEN LOAD LOCK MERGE NOTIFY PREPARE REASSIGN REFRESH REINDEX RESET REVOKE SECURITY"
                            + " SELECT SET TABLE TRUNCATE UNLISTEN UPDATE VACUUM VALUES WITH")
                    .split(" "));

    private final ReferencePage page = ReferencePage.read("runs.md");

    private final Dialect dialect = Dialects.builtIn().get(0);

    @Test
    void theSessionHasTheSettingsThatArePromised() throws SQLException {
        DataSource database = TestDatabases.postgres();
        Map<String, String> promised = new LinkedHashMap<>();
        promised.put("client_connection_check_interval", "1s");
        promised.put("tcp_keepalives_idle", "10");
        promised.put("tcp_user_timeout", "25000");
        promised.put("idle_in_transaction_session_timeout", "0");
        promised.put("idle_session_timeout", "0");

        try (Connection connection = database.getConnection()) {
            Dialect own = new Dialects(List.of()).of(connection);
            if (connection.getMetaData().getDatabaseMajorVersion() >= 17) {
                promised.put("transaction_timeout", "0");
            }
            own.prepare(connection, "test");
            for (String setting : promised.keySet()) {
                // Where the server cannot watch its clients these stay 0.
                assertThat(show(connection, setting)).as(setting).isIn(promised.get(setting), "0");
            }
        }

        assertThat(page.section("One session").read())
                .contains("`client_connection_check_interval` is 1 s")
                .contains("TCP keep-alives come after 10 s")
                .contains("`tcp_user_timeout` is 25 s")
                .contains("`idle_in_transaction_session_timeout`, `idle_session_timeout` and `transaction_timeout`"
                        + " (from 17 on) are off");
    }

    @Test
    void timesAreThoseOfTheCode() {
        String text = page.read();
        assertThat(Watch.EVERY).isEqualTo(Duration.ofSeconds(1));
        assertThat(text).contains("a second connection looks at the first about every second");
        assertThat(RunLock.REPORT_EVERY).isEqualTo(Duration.ofSeconds(10));
        assertThat(text).contains("Every ten seconds the holder is named");
        assertThat(text)
                .contains("The process waits at most " + RunStop.PATIENCE.toSeconds() + " s")
                .contains("if that takes no longer than " + ProbedStatement.HURRY_SECONDS + " s")
                .contains("The pauses grow from 0.2 s to " + RetryLadder.LONGEST.toSeconds() + " s");
        GrowingPause pause = new GrowingPause(RetryLadder.LONGEST);
        assertThat(pause.next()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        for (int i = 0; i < 20; i++) {
            assertThat(pause.next()).isLessThanOrEqualTo(RetryLadder.LONGEST);
        }
    }

    @Test
    void failuresThatAreTriedAgainAreNamed() {
        Set<String> retried = new LinkedHashSet<>();
        for (String state : List.of("55P03", "40P01", "40001", "40002", "40003", "57014", "23505", "08006", "57P01")) {
            if (dialect.explain(new SQLException("", state)).kind() == DatabaseFailure.Kind.RETRYABLE) {
                retried.add(state);
            }
        }
        assertThat(page.read()).contains("Tried again is what failed with 55P03, 40P01 or 40001.");
        assertThat(retried).containsExactly("55P03", "40P01", "40001");
    }

    @Test
    void limitsAreThoseOfTheTable(@TempDir Path folder) throws IOException {
        String index = "CREATE INDEX CONCURRENTLY i ON t (tell(id))";
        Map<String, String> seen = new LinkedHashMap<>();
        seen.put("a revision in a transaction", limits(folder, "", "SELECT tell(1)", TransactionMode.PER_REVISION));
        seen.put("`migrate.transaction=single`", limits(folder, "", "SELECT tell(1)", TransactionMode.SINGLE));
        seen.put(
                "a statement of a section with `transaction=false`",
                limits(folder, " transaction=false", "SELECT tell(1)", TransactionMode.PER_REVISION));
        seen.put("`… CONCURRENTLY`", limits(folder, "", index, TransactionMode.PER_REVISION));
        seen.put(
                "`CALL`, a `DO` block that may commit",
                limits(folder, " transaction=false", "CALL tell_loudly()", TransactionMode.PER_REVISION));

        Map<String, String> written = new LinkedHashMap<>();
        List<List<String>> rows = page.section("Locks of others").table();
        rows.subList(1, rows.size()).forEach(row -> written.put(row.get(0), row.get(1) + ", " + row.get(2)));
        assertThat(written).isEqualTo(seen);
    }

    /** Has a revision fail with the limits in the message, in a database whose sessions have others. */
    private String limits(Path folder, String options, String statement, TransactionMode mode) throws IOException {
        Files.writeString(folder.resolve("a.sql"), """
                -- revision: a
                -- message: Tells
                -- migrate:upgrade%s
                %s;
                """.formatted(options, statement));
        DataSource database = TestDatabases.postgres();
        TestDatabases.execute(
                database,
                "DO $do$ BEGIN EXECUTE format('ALTER DATABASE %I SET lock_timeout = 77777', current_database());"
                        + " EXECUTE format('ALTER DATABASE %I SET statement_timeout = 88888', current_database()); END $do$",
                "CREATE FUNCTION tell(id int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%, %',"
                        + " current_setting('lock_timeout'), current_setting('statement_timeout'); END $$",
                "CREATE PROCEDURE tell_loudly() LANGUAGE plpgsql AS $$ BEGIN PERFORM tell(1); END $$",
                "CREATE TABLE t AS SELECT 1 AS id");
        RunSettings settings = RunSettings.defaults()
                .withTransaction(mode)
                .withTimeouts(new Timeouts(Duration.ofMillis(11_111), Duration.ofMillis(22_222)));
        MigrateSettings defaults = MigrateSettings.defaults();
        Migrator migrator = new Migrator(
                new MigrateSettings(List.of("file:" + folder), folder, defaults.fileTemplate(), null, settings),
                database,
                List.of(),
                List.of());
        String message = String.valueOf(
                catchThrowableOfType(StatementFailedException.class, () -> migrator.upgrade(Target.heads()))
                        .getMessage());
        return message.replace("11111ms", "`lock-timeout`")
                .replace("22222ms", "`statement-timeout`")
                .replaceAll("\\b(77777|88888)ms", "the session's")
                .replaceAll("\\b0\\b", "none");
    }

    @Test
    void everyKindOfStatementOutsideATransactionHasItsRow() {
        List<List<String>> rows =
                page.section("Statements outside a transaction").table();
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        rows.subList(1, rows.size()).forEach(row -> kinds.put(row.get(1), kinds(row.get(0))));

        assertThat(kinds.values().stream().map(Set::toString).toList())
                .containsExactly(
                        "[UNDIVIDED]",
                        "[PROBED IndexBuild]",
                        "[PROBED IndexDrop]",
                        "[PROBED IndexRebuild]",
                        "[PROBED PartitionDetach]",
                        "[REPEATABLE]",
                        "[SETTING]",
                        "[]");
        assertThat(Kind.values()).hasSize(5);
        assertThat(Interruptible.class.getPermittedSubclasses()).hasSize(7);
        assertThat(kinds.keySet().toString()).contains("_ccnew", "_ccold", "`FINALIZE`", "`INCOMPLETE`");
    }

    @Test
    void everyCommandThatRunsAgainIsNamed() {
        String named = page.section("Statements outside a transaction").table().stream()
                .filter(row -> row.get(1).equals("runs it again"))
                .map(row -> row.get(0))
                .collect(Collectors.joining());
        List<String> again = COMMANDS.stream()
                .filter(command -> kind(command + " TABLE x").equals("REPEATABLE"))
                .filter(command -> !command.equals("ANALYSE"))
                .toList();

        assertThat(again).isNotEmpty().allSatisfy(command -> assertThat(named).contains("`" + command + "`"));
    }

    @Test
    void buildsSideBySideAreStatesOfADatabase() {
        List<List<String>> rows = page.section("Builds side by side").table();
        List<String> states = Stream.of(MigrationState.values())
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .toList();

        assertThat(rows.subList(1, 4))
                .allSatisfy(row -> assertThat(states).contains(row.get(0).replaceAll("\\W.*", "")));
    }

    /** The statements that a cell names in backquotes, each as what the engine takes it for. */
    private Set<String> kinds(String cell) {
        return Pattern.compile("`([^`]+)`")
                .matcher(cell)
                .results()
                .map(match -> completed(match.group(1)))
                .map(this::kind)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String completed(String statement) {
        return statement
                .replaceFirst("^DDL$", "CREATE TABLE x ()")
                .replaceFirst("^VALIDATE CONSTRAINT$", "ALTER TABLE x VALIDATE CONSTRAINT y")
                .replaceFirst("^REINDEX …", "REINDEX INDEX")
                .replaceFirst("INDEX CONCURRENTLY( name …)?$", "INDEX CONCURRENTLY i ON x (a)")
                .replaceFirst("REINDEX INDEX CONCURRENTLY.*", "REINDEX INDEX CONCURRENTLY i")
                .replaceFirst("^ALTER TABLE … DETACH PARTITION …", "ALTER TABLE x DETACH PARTITION y")
                .replaceFirst("^ALTER TYPE …", "ALTER TYPE x")
                .replaceFirst("^REINDEX$", "REINDEX TABLE x");
    }

    private String kind(String sql) {
        LonePart part = LonePart.of(SqlStatement.of(sql), dialect);
        Interruptible statement = InterruptibleSql.of(sql, dialect.lexicalRules());
        return part.kind() == Kind.PROBED && statement != null
                ? part.kind() + " " + statement.getClass().getSimpleName()
                : part.kind().name();
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
