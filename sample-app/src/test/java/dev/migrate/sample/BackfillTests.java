package dev.migrate.sample;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

import dev.migrate.Migrator;
import dev.migrate.backfill.BackfillDefinition;
import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillState;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = EmptyDatabase.class)
class BackfillTests {

    @Autowired
    private Migrator migrator;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyTranscriptionGetsItsTokensAndItsContext() {
        jdbc.sql("INSERT INTO users (email, display_name) VALUES ('ada@example.org', 'Ada')")
                .update();
        jdbc.sql("INSERT INTO meetings (owner_id, title) SELECT id, 'Planning' FROM users")
                .update();
        jdbc.sql("INSERT INTO meeting_sessions (meeting_id) SELECT id FROM meetings")
                .update();
        jdbc.sql(
                        "INSERT INTO transcriptions (session_id, speaker, spoken_at, content, language) SELECT s.id, 'Ada', now(),"
                                + " 'Hello, you', 'en' FROM meeting_sessions s, generate_series(1, 250)")
                .update();

        assertThat(migrator.backfills().definitions())
                .extracting(BackfillDefinition::name)
                .isEqualTo(List.of("context-fields", "message-tokens"));
        migrator.backfills().definitions().forEach(definition -> assertThat(migrator.backfills()
                        .run(definition.name(), new BackfillListener() {}, () -> false)
                        .state())
                .isEqualTo(BackfillState.FINISHED));

        assertThat(jdbc.sql("SELECT DISTINCT (data - 'meeting')::text FROM transcriptions")
                        .query(String.class)
                        .list())
                .containsExactly("{\"tokens\": 3, \"context\": \"Ada in Planning\"}");
    }
}
