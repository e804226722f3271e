package dev.migrate.sample.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.sample.SchemaDump;

import static org.assertj.core.api.Assertions.assertThat;

class PrintedSqlIT {

    /** The revision behind it runs Java code. */
    private static final String PRINTABLE = "a61c40e8d273";

    private final Path folder;
    private final SampleJar jar;

    PrintedSqlIT(@TempDir Path folder) {
        this.folder = folder;
        this.jar = new SampleJar(folder);
    }

    @AfterEach
    void end() throws Exception {
        jar.killAll();
    }

    @Test
    void runByPsqlItLeavesWhatARunLeaves() throws Exception {
        SampleDatabase migrated = SampleDatabase.create();
        jar.with("SPRING_DATASOURCE_URL", migrated.url());
        Outcome printed = jar.migrate("upgrade", PRINTABLE, "--sql");
        assertThat(printed.code()).as(printed.err()).isZero();
        Path script = Files.writeString(folder.resolve("upgrade.sql"), printed.out());
        assertThat(jar.migrate("upgrade", PRINTABLE).code()).isZero();

        for (Psql psql : Psql.all().toList()) {
            SampleDatabase other = SampleDatabase.create();
            assertThat(psql.run(other, script)).as("%s", psql).isTrue();

            assertThat(SchemaDump.of(other.source())).isEqualTo(SchemaDump.of(migrated.source()));
            assertThat(other.query("SELECT version_num FROM migrate_version")).containsExactly(PRINTABLE);
            assertThat(events(other)).as("%s", psql).isEqualTo(events(migrated));

            List<Map<String, Object>> books = other.books();
            assertThat(psql.run(other, script)).as("%s, a second time", psql).isFalse();
            assertThat(other.books()).isEqualTo(books);
        }
    }

    @Test
    void nothingIsPrintedOfARunWithJavaCode() throws Exception {
        Outcome refused = jar.migrate("upgrade", "--sql", "--from", PRINTABLE);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("3fb97d20e54c at dev.migrate.sample.revisions.CountWordsOfTranscriptions, operation 1 of 1")
                .doesNotContain("\tat ");
    }

    /** Everything but when and how long. */
    private static List<String> events(SampleDatabase database) {
        List<String> events =
                database.query("SELECT (to_jsonb(h) - 'at' - 'duration_ms')::text FROM migrate_history h ORDER BY id");
        assertThat(events).hasSize(17);
        return events;
    }
}
