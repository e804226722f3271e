package dev.migrate.sample.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.sample.SchemaDump;

import static org.assertj.core.api.Assertions.assertThat;

class DowngradeIT {

    private static final String IRREVERSIBLE = "2e9f64c8b7d1";

    private final SampleDatabase database = SampleDatabase.create();
    private final SampleJar jar;

    DowngradeIT(@TempDir Path folder) {
        jar = new SampleJar(folder).with("SPRING_DATASOURCE_URL", database.url());
    }

    @AfterEach
    void end() throws Exception {
        jar.killAll();
    }

    @Test
    void downAndUpAgainGivesTheSameSchemaAndTheIrreversibleIsNotPassed() throws Exception {
        done("Now at b85d16f03ac9 (head).\n", "upgrade");
        List<String> atHead = SchemaDump.of(database.source());

        done("Now at " + IRREVERSIBLE + ".\n", "downgrade", IRREVERSIBLE);
        assertThat(database.query("SELECT version_num FROM migrate_version")).containsExactly(IRREVERSIBLE);
        assertThat(database.history("reverted")).hasSize(12);
        assertThat(SchemaDump.of(database.source())).hasSizeLessThan(atHead.size());

        done("Now at b85d16f03ac9 (head).\n", "upgrade");
        assertThat(SchemaDump.of(database.source())).isEqualTo(atHead);

        List<Map<String, Object>> books = database.books();
        Outcome refused = jar.migrate("downgrade", "base");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .startsWith("FAILED: ")
                .contains(IRREVERSIBLE + " (Keep only hashes of API tokens) is irreversible")
                .contains("Nothing was touched")
                .doesNotContain("Running", "\tat ");
        assertThat(SchemaDump.of(database.source())).isEqualTo(atHead);
        assertThat(database.books()).isEqualTo(books);
    }

    private void done(String result, String... words) throws Exception {
        Outcome outcome = jar.migrate(words);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo(result);
    }
}
