package dev.migrate.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.Extensions;
import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.dialect.Timeouts;
import dev.migrate.inspect.Inspector;
import dev.migrate.revision.Revision;
import dev.migrate.revision.Target;
import dev.migrate.run.MigrationState;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.RunSettings;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.testing.TestDatabases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** One database on which a history is run again and again from the start, and the checks of what faults have left there. */
final class Workplace implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ProbedHistory history;

    private final DriverManagerDataSource database;

    private final SingleConnectionDataSource watching;

    private final JdbcTemplate jdbc;

    private final Schema undisturbed;

    Workplace(ProbedHistory history) {
        this(history, TestDatabases.postgres());
    }

    Workplace(ProbedHistory history, DriverManagerDataSource database) {
        this.history = history;
        this.database = database;
        this.watching = new SingleConnectionDataSource(String.valueOf(database.getUrl()), true);
        this.jdbc = new JdbcTemplate(watching);
        clear();
        migrator(database).upgrade(Target.heads());
        this.undisturbed = inspect();
    }

    DriverManagerDataSource database() {
        return database;
    }

    /** Works on a connection that no fault strikes. */
    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Empties the database; the lock and the books have the same names afterwards, so that what is left over disturbs. */
    void clear() {
        jdbc.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public; " + ProbedHistory.PREPARE);
    }

    Migrator migrator(DataSource source) {
        RunSettings patient = RunSettings.defaults()
                .withLockWait(PATIENCE)
                .withTimeouts(new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(60)))
                .withRetryFor(PATIENCE);
        MigrateSettings settings = MigrateSettings.defaults()
                .withLocations(List.of("file:" + history.folder()))
                .withRun(patient);
        return new Migrator(settings, source, Extensions.none().withRevisions(history::classes));
    }

    /** Checks that every revision has taken effect or has not, that the books say which, and that no session is left. */
    void assertConsistent() {
        awaitAlone();
        MigrationStatus status = migrator(watching).status();
        List<String> applied = migrator(watching).planner().applied(status.current()).stream()
                .map(Revision::id)
                .filter(history.probed()::contains)
                .sorted()
                .toList();
        assertThat(probes().stream().sorted().toList())
                .as("what has taken effect and what the books say")
                .isEqualTo(applied);
    }

    /** Runs what is left without a fault, and checks that all is as after a run that nothing has disturbed. */
    void assertCompletes() {
        migrator(database).upgrade(Target.heads());
        MigrationStatus status = migrator(watching).status();
        assertThat(status.state()).isEqualTo(MigrationState.UP_TO_DATE);
        assertThat(probes()).containsExactlyInAnyOrderElementsOf(history.probed());
        List<String> order = jdbc.queryForList(
                "SELECT revision FROM migrate_history WHERE event = 'applied' ORDER BY id", String.class);
        assertThat(order)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(history.probed().stream(), history.indexed().stream())
                                .toList());
        assertTopological(order);
        assertThat(jdbc.queryForList(
                        "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT (indisvalid AND indisready)",
                        String.class))
                .isEmpty();
        assertThat(inspect()).isEqualTo(undisturbed);
        awaitAlone();
    }

    private void assertTopological(List<String> order) {
        Set<String> before = new HashSet<>();
        var graph = migrator(watching).scripts().graph();
        for (String id : order) {
            assertThat(before).as("parents of " + id).containsAll(graph.allParents(id));
            before.add(id);
        }
    }

    private List<String> probes() {
        return jdbc.queryForList("SELECT revision FROM probe ORDER BY id", String.class);
    }

    /** Waits until all other sessions have ended, which those of killed clients do by themselves. */
    void awaitAlone() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> others = others();
        while (!others.isEmpty() && System.nanoTime() < end) {
            pause();
            others = others();
        }
        assertThat(others).as("sessions that were left behind").isEmpty();
    }

    private List<String> others() {
        return jdbc.queryForList(
                "SELECT concat_ws(' ', pid, application_name, state, query) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
                String.class);
    }

    /** Connects anew after the server has been away. */
    void reconnect() {
        watching.resetConnection();
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Schema inspect() {
        try (Connection connection = requireNonNull(watching.getConnection())) {
            List<ObjectName> books = new ArrayList<>();
            for (String table : List.of("migrate_version", "migrate_history")) {
                books.add(new ObjectName("public", table));
            }
            return Inspector.postgres()
                    .inspect(connection, List.of("public"))
                    .without(books)
                    .unordered();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        watching.destroy();
    }
}
