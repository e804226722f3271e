package dev.migrate.sample.process;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.revision.Target;
import dev.migrate.sample.SampleMigrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProductionStartIT {

    private static final String HELD_BACK = """
            -- revision: f00000000001
            -- revises: b85d16f03ac9
            -- message: Wait for the test

            -- migrate:upgrade
            DO $$ BEGIN WHILE EXISTS (SELECT FROM test.hold) LOOP PERFORM pg_sleep(0.05); END LOOP; END $$;
            """;

    private final SampleDatabase database = SampleDatabase.create();
    private final Path folder;
    private final SampleJar jar;

    ProductionStartIT(@TempDir Path folder) {
        this.folder = folder;
        this.jar = new SampleJar(folder).with("SPRING_PROFILES_ACTIVE", "production");
    }

    @AfterEach
    void end() throws Exception {
        jar.killAll();
    }

    @Test
    void nothingElseStartsBeforeTheLastRevisionIsApplied() throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("revisions")).resolve("wait.sql"), HELD_BACK);
        database.execute("CREATE SCHEMA test", "CREATE TABLE test.hold (id int)", "INSERT INTO test.hold VALUES (1)");
        int port = unusedPort();
        try (WireTap tap = new WireTap(database.source(), 1)) {
            SampleProcess application = jar.with("SPRING_DATASOURCE_URL", tap.url())
                    .with("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "1")
                    .with("MIGRATE_LOCATIONS", "classpath:db/revisions,file:" + folder.resolve("revisions"))
                    .with("SERVER_PORT", String.valueOf(port))
                    .startApplication();

            database.awaitStatement("test.hold");
            assertThat(database.history("applied")).hasSize(16);
            assertThat(tap.connections()).as("connections while revisions run").hasSize(1);
            assertThatThrownBy(() -> new Socket("localhost", port).close()).isInstanceOf(ConnectException.class);

            database.execute("DELETE FROM test.hold");
            application.awaitReady();
            assertThat(application.get("/actuator/health/readiness").body()).contains("\"status\":\"UP\"");
            assertThat(tap.connections()).as("connections when ready").hasSizeGreaterThan(1);
            assertThat(database.history("applied")).hasSize(17).endsWith("f00000000001");
            assertThat(application.out())
                    .contains("\"production\"")
                    .containsSubsequence(
                            "migrate: upgraded from <base> to f00000000001, 17 revisions",
                            "Initialized JPA EntityManagerFactory",
                            "Tomcat started on port " + port);
        }
    }

    @Test
    void startedAgainItReadsThreeTimesAtMostAndWritesNothing() throws Exception {
        SampleMigrator.of(database.source()).upgrade(Target.head());
        List<Map<String, Object>> books = database.books();
        // From here on the server itself refuses to write.
        database.execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on',"
                + " current_database()); END $$");
        try (WireTap tap = new WireTap(database.source(), 1)) {
            SampleProcess application = jar.with("SPRING_DATASOURCE_URL", tap.url())
                    .with("SERVER_PORT", "0")
                    .startApplication();
            application.awaitReady();

            TappedConnection first = tap.connections().get(0);
            assertThat(first.statements()).anySatisfy(sql -> assertThat(sql).contains("migrate_version"));
            assertThat(first.roundTrips()).isBetween(1, 3);
            assertThat(tap.connections())
                    .flatExtracting(TappedConnection::statements)
                    .allSatisfy(sql -> assertThat(sql)
                            .doesNotContainPattern("(?i)advisory_(xact_)?lock")
                            .doesNotContainPattern("(?i)^\\s*(INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|LOCK)\\b"));
        }
        assertThat(database.books()).isEqualTo(books);
    }

    /** A port below those that systems give to outgoing connections, one of which could take it until the server binds. */
    private static int unusedPort() {
        while (true) {
            int port = RandomGenerator.getDefault().nextInt(20_000, 32_000);
            try (ServerSocket unused = new ServerSocket(port)) {
                return unused.getLocalPort();
            } catch (IOException e) {
                // Taken: the next one, then.
            }
        }
    }
}
