package dev.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Target;
import dev.migrate.run.MigrationState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A server that follows another one may be looked at. */
class StandbyTests {

    @Test
    void statusIsToldAndRunsAreRefusedBeforeTheyBegin(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data");
        Path scripts = Files.createDirectory(folder.resolve("scripts"));
        try (EmbeddedPostgres primary = server(data)) {
            migrator(primary, scripts, "a", "").upgrade(Target.heads());
        }
        Files.createFile(data.resolve("standby.signal"));
        try (EmbeddedPostgres standby = server(data)) {
            Migrator migrator = migrator(standby, scripts, "b", "a");

            assertThat(migrator.status().state()).isEqualTo(MigrationState.BEHIND);
            assertThatThrownBy(() -> migrator.upgrade(Target.heads()))
                    .isInstanceOfSatisfying(MigrateException.class, failure -> assertThat(failure.hint())
                            .isEqualTo("Set migrate.url to the primary itself."))
                    .hasMessageStartingWith("A standby answers this connection");
        }
    }

    private static EmbeddedPostgres server(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    private static Migrator migrator(EmbeddedPostgres server, Path scripts, String id, String revises)
            throws IOException {
        Files.writeString(
                scripts.resolve(id + ".sql"),
                "-- revision: %s%n-- revises: %s%n-- message: %s%n%n-- migrate:upgrade%nCREATE TABLE %s ();%n%n-- migrate:downgrade%n"
                        .formatted(id, revises, id, id));
        return new Migrator(
                MigrateSettings.defaults().withLocations(List.of("file:" + scripts)),
                new DriverManagerDataSource(server.getJdbcUrl("postgres", "postgres")));
    }
}
