package dev.migrate.sample;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.Migrator;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;
import dev.migrate.run.RunListener;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptKind;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

class RevisionHistoryTests {

    private static final String IRREVERSIBLE = "2e9f64c8b7d1";
    private static final String MERGE = "91ab3e6d7f58";
    private static final String ROWS_BEFORE_LOWER_CASE = """
            INSERT INTO users (email, display_name) VALUES ('Ada@Example.org', 'Ada');
            INSERT INTO api_tokens (user_id, name, token) VALUES (1, 'old', 'secret');
            INSERT INTO meetings (owner_id, title) VALUES (1, 'Planning'), (1, 'Review');
            UPDATE meetings SET settings = '{"language": "fr"}' WHERE id = 2;
            """;
    private static final String ROWS_AFTER_MERGE = """
            INSERT INTO meeting_sessions (meeting_id) VALUES (1), (2);
            INSERT INTO transcriptions (session_id, speaker, spoken_at, content)
            VALUES (1, 'Ada', now(), 'Hello, how are you?'), (2, 'Ada', now(), 'bonjour');
            INSERT INTO speaker_events (session_id, speaker, type, occurred_at) VALUES (1, 'Ada', 'JOINED', now());
            """;

    private final DataSource database = TestDatabases.postgres();

    @Test
    void historyHasOneBaseOneHeadAndOneMerge() {
        ScriptDirectory directory = migrator(step -> {}).scripts();
        RevisionGraph graph = directory.graph();
        assertThat(graph.heads()).containsExactly("b85d16f03ac9");
        assertThat(graph.bases()).hasSize(1);
        assertThat(graph.revisions())
                .extracting(Revision::id)
                .filteredOn(graph::isMergePoint)
                .containsExactly(MERGE);
        assertThat(directory.scripts())
                .filteredOn(script -> script.downgrade() == null)
                .extracting(RevisionScript::id)
                .containsExactly(IRREVERSIBLE);
        assertThat(directory.scripts())
                .filteredOn(script -> script.kind() == ScriptKind.JAVA)
                .extracting(RevisionScript::id)
                .containsExactlyInAnyOrder("a61c40e8d273", "3fb97d20e54c", "b85d16f03ac9");
        assertThat(directory.scripts())
                .filteredOn(script -> script.kind() == ScriptKind.SQL)
                .allSatisfy(script -> assertThat(script.path())
                        .matches("(.*/)?\\d{4}_\\d{2}_\\d{2}_\\d{4}-" + script.id() + "_[a-z0-9_]{1,40}\\.sql"));
    }

    @Test
    void everyDowngradeRestoresTheSchemaBefore() {
        Map<Heads, List<String>> pictures = new HashMap<>();
        Migrator up = migrator(step -> {
            pictures.put(step.after(), SchemaDump.of(database));
            insertAfterMerge(step);
        });
        upgradeWithRows(up);
        List<String> atHead = SchemaDump.of(database);
        assertThat(atHead)
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .contains("relation", "column", "sequence", "constraint", "index", "enum", "function", "trigger")
                .contains("comment", "schema");

        Migrator down = migrator(step -> assertThat(SchemaDump.of(database))
                .as("%s reverted", step.revision().id())
                .isEqualTo(pictures.get(step.after())));
        assertThat(down.downgrade(Target.parse(IRREVERSIBLE)).steps()).hasSize(12);

        assertThat(migrator(step -> {}).upgrade(Target.head()).steps()).hasSize(12);
        assertThat(SchemaDump.of(database)).isEqualTo(atHead);
    }

    @Test
    void dataIsCarriedAlong() {
        upgradeWithRows(migrator(this::insertAfterMerge));

        assertThat(query("SELECT email FROM users")).containsExactly("ada@example.org");
        assertThat(query("SELECT token_hash FROM api_tokens"))
                .containsExactly("2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b");
        assertThat(query("SELECT language FROM transcriptions ORDER BY id")).containsExactly("und", "fr");
        assertThat(query("SELECT word_count FROM transcriptions ORDER BY id")).containsExactly("4", "1");
        assertThat(query("SELECT meeting_id || ' ' || sessions || ' ' || words FROM meeting_activity ORDER BY 1"))
                .containsExactly("1 1 4", "2 1 1");
        assertThat(query("SELECT updated_at = created_at FROM meetings")).containsExactly("t", "t");
    }

    private void upgradeWithRows(Migrator migrator) {
        migrator.upgrade(Target.parse("8c6f21ad930b"));
        TestDatabases.execute(database, ROWS_BEFORE_LOWER_CASE);
        migrator.upgrade(Target.head());
    }

    private void insertAfterMerge(Step step) {
        if (step.revision().id().equals(MERGE)) {
            TestDatabases.execute(database, ROWS_AFTER_MERGE);
        }
    }

    private Migrator migrator(Consumer<Step> afterEachStep) {
        RunListener listener = new RunListener() {
            @Override
            public void stepFinished(Step step, Duration duration) {
                afterEachStep.accept(step);
            }
        };
        return SampleMigrator.of(database, listener);
    }

    private List<String> query(String sql) {
        return JdbcClient.create(database).sql(sql).query(String.class).list();
    }
}
