package dev.migrate.sample.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.Migrator;
import dev.migrate.run.MigrationState;
import dev.migrate.sample.SampleMigrator;
import dev.migrate.script.RevisionScript;

import static org.assertj.core.api.Assertions.assertThat;

class EightInstancesIT {

    private static final int INSTANCES = 8;

    private final SampleDatabase database = SampleDatabase.create();
    private final SampleJar jar;

    EightInstancesIT(@TempDir Path folder) {
        jar = new SampleJar(folder)
                .with("SPRING_PROFILES_ACTIVE", "production")
                .with("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "2")
                .with("SERVER_PORT", "0");
    }

    @AfterEach
    void end() throws Exception {
        jar.killAll();
    }

    @Test
    void eightAtOnceApplyEveryRevisionOnceAndAreAllReady() throws Exception {
        // Nobody gets through before all of them have arrived: each one finds an empty database.
        try (WireTap tap = new WireTap(database.source(), INSTANCES)) {
            jar.with("SPRING_DATASOURCE_URL", tap.url());
            List<SampleProcess> applications = new ArrayList<>();
            for (int i = 0; i < INSTANCES; i++) {
                applications.add(jar.startApplication());
            }
            for (SampleProcess application : applications) {
                application.awaitReady();
            }
            assertThat(tap.connections().subList(0, INSTANCES))
                    .allSatisfy(connection -> assertThat(connection.statements())
                            .anySatisfy(sql -> assertThat(sql).contains("pg_try_advisory_lock")));
        }
        Migrator migrator = SampleMigrator.of(database.source());
        List<String> revisions =
                migrator.scripts().scripts().stream().map(RevisionScript::id).toList();
        assertThat(database.history("applied")).containsExactlyInAnyOrderElementsOf(revisions);
        assertThat(database.history("started"))
                .containsExactlyInAnyOrder("bbfa55ebcab7", "c58e2b60f19d", "6a2f8d9be013");
        assertThat(database.history("failed")).isEmpty();
        assertThat(migrator.status().state()).isEqualTo(MigrationState.UP_TO_DATE);
        assertThat(migrator.current().ids()).containsExactly("b85d16f03ac9");
    }
}
