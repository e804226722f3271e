package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.sample.Follows;
import dev.migrate.sample.SchemaDump;

import static org.assertj.core.api.Assertions.assertThat;

/** The workflow of a data-heavy system. */
@Follows({"docs/how-to/data-heavy-system.md", "docs/how-to/deployment-checklist.md", "docs/how-to/rollback-checklist.md"
})
class DataHeavySystemIT extends FollowedPage {

    private static final String MESSAGES = "INSERT INTO conversation_history (conversation, position, status, message)"
            + " SELECT 'c' || i % 500, i / 500, CASE WHEN i % 100 = 0 THEN 'open' ELSE 'closed' END, repeat('word ', i % 40)"
            + " FROM generate_series(1, 19999) i";
    private static final String TWICE = "INSERT INTO conversation_history (conversation, position, status, message)"
            + " SELECT conversation, position, status, message FROM conversation_history WHERE id = 7";

    DataHeavySystemIT(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Test
    void bigTablesAreChangedAndNothingIsLost() throws Exception {
        walk.section("Readable ids");
        walk.section("Preview, review, apply");
        assertThatPsqlLeftWhatARunLeaves();

        database.execute(MESSAGES, TWICE);
        List<String> messages = messages();
        walk.section("Backfill in batches");
        assertThat(database.query("SELECT id FROM conversation_history WHERE tokens IS NULL"))
                .isEmpty();
        assertThat(messages()).isEqualTo(messages);

        walk.section("Partial and covering indexes, and a run that stops half-way");
        assertThat(database.history("applied")).containsOnlyOnce("004_context_indexes");
        assertIndexIsUsed(
                "SELECT id FROM conversation_history WHERE status = 'open' ORDER BY written_at",
                "conversation_open_idx");
        assertIndexIsUsed(
                "SELECT sum(tokens) FROM conversation_history WHERE conversation = 'c7'",
                "Index Only Scan using conversation_size_idx");

        List<String> schema = SchemaDump.of(database.source());
        List<String> mended = messages();
        long begin = System.nanoTime();
        walk.rest();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(2));
        assertThat(SchemaDump.of(database.source())).isEqualTo(schema);
        assertThat(messages()).isEqualTo(mended);
    }

    @Test
    void checkListsAreFollowed() throws Exception {
        project.write("src/main/resources/db/revisions/one.sql", """
                -- revision: one
                -- message: One

                -- migrate:upgrade
                CREATE TABLE one (id bigint);

                -- migrate:downgrade
                DROP TABLE one;
                """);
        project.maven("package", processes);

        new Walkthrough(Page.read("docs/how-to/deployment-checklist.md"), project, processes).rest();
        assertThat(database.history("applied")).containsExactly("one");
        new Walkthrough(Page.read("docs/how-to/rollback-checklist.md"), project, processes).rest();
        assertThat(database.history("reverted")).containsExactly("one");
    }

    private void assertThatPsqlLeftWhatARunLeaves() throws Exception {
        SampleDatabase run = SampleDatabase.create();
        processes.with("SPRING_DATASOURCE_URL", run.url());
        assertThat(processes
                        .start(project.folder(), List.of("java", "-jar", "target/shop.jar", "migrate", "upgrade"))
                        .outcome()
                        .code())
                .isZero();
        processes.with("SPRING_DATASOURCE_URL", database.url());
        assertThat(SchemaDump.of(database.source())).isEqualTo(SchemaDump.of(run.source()));
        assertThat(database.query("SELECT version_num FROM migrate_version"))
                .isEqualTo(run.query("SELECT version_num FROM migrate_version"));
        assertThat(database.history("applied")).isEqualTo(run.history("applied"));
    }

    private List<String> messages() {
        return database.query(
                "SELECT concat_ws('|', conversation, position, status, md5(message)) FROM conversation_history"
                        + " ORDER BY id");
    }

    private void assertIndexIsUsed(String query, String index) {
        database.execute("VACUUM ANALYZE conversation_history");
        assertThat(String.join("\n", database.query("EXPLAIN " + query))).contains(index);
    }
}
