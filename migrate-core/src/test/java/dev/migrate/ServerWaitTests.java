package dev.migrate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Target;
import dev.migrate.run.MigrationState;
import dev.migrate.run.RunListener;
import dev.migrate.run.UnreachableException;
import dev.migrate.testing.OwnThread;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A run before its server is there: a role that may have no connections stands for one that takes none yet. */
@Timeout(60)
class ServerWaitTests {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final DriverManagerDataSource database = TestDatabases.postgres();

    private final String role = TestDatabases.role("LOGIN PASSWORD 'x' CONNECTION LIMIT 0");

    private final DataSource closed =
            new DriverManagerDataSource(TestDatabases.withoutUser(String.valueOf(database.getUrl())), role, "x");

    private final List<Duration> told = new ArrayList<>();

    private final Path folder;

    ServerWaitTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void writeOneRevision() throws IOException {
        TestDatabases.execute(database, "GRANT ALL ON SCHEMA public TO " + role);
        script("CREATE TABLE calls (id int)");
    }

    @Test
    void runGoesOnOnceTheServerIsThere() {
        Migrator migrator = migrator(closed, LONG, this::letIn);

        assertThat(migrator.upgrade(Target.heads()).steps()).hasSize(1);

        assertThat(told).singleElement().satisfies(waited -> assertThat(waited).isLessThan(Duration.ofSeconds(10)));
    }

    @Test
    void startWaitsToLookAndNobodyElseDoes() {
        Migrator migrator = migrator(closed, LONG, this::letIn);

        assertThatThrownBy(migrator::status).isInstanceOf(UnreachableException.class);
        assertThat(told).isEmpty();
        assertThat(migrator.awaitStatus().state()).isEqualTo(MigrationState.BEHIND);
    }

    @Test
    void nothingIsWaitedForUnlessAskedTo() {
        Migrator migrator = migrator(closed, Duration.ZERO, this::letIn);

        assertThatThrownBy(() -> migrator.upgrade(Target.heads()))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("too many connections for role");
        assertThat(told).isEmpty();
    }

    @Test
    void waitEnds() throws IOException {
        Migrator migrator = migrator(
                new DriverManagerDataSource("jdbc:postgresql://localhost:" + freePort() + "/shop"),
                Duration.ofMillis(100),
                () -> {});

        assertThatThrownBy(() -> migrator.upgrade(Target.heads()))
                .isInstanceOf(UnreachableException.class)
                .hasMessageStartingWith("Can't connect to the database: Connection to localhost");
        assertThat(told).hasSize(1);
    }

    @Test
    void whatDoesNotPassIsToldAtOnce() {
        TestDatabases.execute(database, "ALTER ROLE " + role + " NOLOGIN");

        assertThatThrownBy(() -> migrator(closed, LONG, () -> {}).upgrade(Target.heads()))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("is not permitted to log in");
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsWrongWithTheScriptsIsToldAtOnce() throws IOException {
        script("SELECT 'never closed");

        assertThatThrownBy(() -> migrator(closed, LONG, () -> {}).upgrade(Target.heads()))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("problem in the revision scripts");
        assertThat(told).isEmpty();
    }

    @Test
    void stoppingEndsTheWait() {
        Migrator[] migrator = new Migrator[1];
        migrator[0] = migrator(closed, LONG, () -> OwnThread.start(migrator[0]::stop));

        assertThatThrownBy(() -> migrator[0].upgrade(Target.heads()))
                .hasMessage("The run was stopped, because its process is to end");
    }

    private Migrator migrator(DataSource source, Duration wait, Runnable whenTold) {
        MigrateSettings settings = MigrateSettings.defaults().withLocations(List.of("file:" + folder));
        RunListener listener = new RunListener() {
            @Override
            public void waitingForServer(MigrateException failure, Duration waited) {
                assertThat(failure).isInstanceOf(UnreachableException.class);
                told.add(waited);
                whenTold.run();
            }
        };
        return new Migrator(
                settings.withRun(settings.run().withConnectWait(wait)), source, List.of(), List.of(listener));
    }

    private void letIn() {
        TestDatabases.execute(database, "ALTER ROLE " + role + " CONNECTION LIMIT -1");
    }

    private void script(String upgrade) throws IOException {
        Files.writeString(folder.resolve("a.sql"), """
                -- revision: a
                -- message: Create calls

                -- migrate:upgrade
                %s;

                -- migrate:downgrade
                DROP TABLE calls;
                """.formatted(upgrade));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
