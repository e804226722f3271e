package dev.migrate.sample;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RevisionHistoryTests {

    private static final String IRREVERSIBLE = "2e9f64c8b7d1";
    private static final String ROWS_BEFORE_IRREVERSIBLE = """
            INSERT INTO users (email, display_name) VALUES ('Ada@Example.org', 'Ada');
            INSERT INTO api_tokens (user_id, name, token) VALUES (1, 'old', 'secret');
            INSERT INTO meetings (owner_id, title) VALUES (1, 'Planning'), (1, 'Review');
            UPDATE meetings SET settings = '{"language": "fr"}' WHERE id = 2;
            """;
    private static final String ROWS_AFTER_MERGE = """
            INSERT INTO meeting_sessions (meeting_id) VALUES (1), (2);
            INSERT INTO transcriptions (session_id, speaker, spoken_at, content)
            VALUES (1, 'Ada', now(), 'hello'), (2, 'Ada', now(), 'bonjour');
            INSERT INTO speaker_events (session_id, speaker, type, occurred_at) VALUES (1, 'Ada', 'JOINED', now());
            """;

    private final List<RevisionFile> history;

    RevisionHistoryTests() throws IOException {
        history = RevisionFile.history();
    }

    @Test
    void historyHasOneBaseOneHeadAndOneMerge() {
        Set<String> heads = new HashSet<>();
        history.forEach(file -> heads.add(file.id()));
        history.forEach(file -> heads.removeAll(file.revises()));
        assertThat(heads).containsExactly("6a2f8d9be013");
        assertThat(history).filteredOn(file -> file.revises().isEmpty()).hasSize(1);
        assertThat(history).filteredOn(file -> file.revises().size() > 1).hasSize(1);
        assertThat(history)
                .filteredOn(file -> file.downgrade() == null)
                .extracting(RevisionFile::id)
                .containsExactly(IRREVERSIBLE);
        assertThat(history).allSatisfy(file -> assertThat(file.fileName())
                .matches("\\d{4}_\\d{2}_\\d{2}_\\d{4}-" + file.id() + "_[a-z0-9_]{1,40}\\.sql"));
    }

    @Test
    void everyDowngradeRestoresTheSchemaBefore() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.getPostgresDatabase().getConnection()) {
            List<RevisionFile> reversible = upgradeToIrreversible(connection);
            Map<String, List<String>> before = new HashMap<>();
            for (RevisionFile file : reversible) {
                before.put(file.id(), SchemaPicture.of(connection));
                file.up(connection);
                if (file.revises().size() > 1) {
                    execute(connection, ROWS_AFTER_MERGE);
                }
            }
            List<String> atHead = SchemaPicture.of(connection);
            assertThat(atHead)
                    .extracting(line -> line.substring(0, line.indexOf(' ')))
                    .contains("relation", "column", "constraint", "index", "enum", "function", "trigger", "comment");
            for (int i = reversible.size() - 1; i >= 0; i--) {
                RevisionFile file = reversible.get(i);
                file.down(connection);
                assertThat(SchemaPicture.of(connection)).as(file.fileName()).isEqualTo(before.get(file.id()));
            }
            for (RevisionFile file : reversible) {
                file.up(connection);
            }
            assertThat(SchemaPicture.of(connection)).isEqualTo(atHead);
        }
    }

    @Test
    void dataIsCarriedAlong() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.getPostgresDatabase().getConnection()) {
            for (RevisionFile file : upgradeToIrreversible(connection)) {
                file.up(connection);
                if (file.revises().size() > 1) {
                    execute(connection, ROWS_AFTER_MERGE);
                }
            }
            assertThat(query(connection, "SELECT email FROM users")).containsExactly("ada@example.org");
            assertThat(query(connection, "SELECT token_hash FROM api_tokens"))
                    .containsExactly("2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b");
            assertThat(query(connection, "SELECT language FROM transcriptions ORDER BY id"))
                    .containsExactly("und", "fr");
            assertThat(query(connection, "SELECT updated_at = created_at FROM meetings"))
                    .containsExactly("t", "t");
        }
    }

    /** Returns the revisions above the one that has no way back. */
    private List<RevisionFile> upgradeToIrreversible(Connection connection) throws SQLException {
        List<RevisionFile> rest = new ArrayList<>(history);
        RevisionFile file;
        do {
            file = rest.remove(0);
            if (file.id().equals("d40a7b93e15c")) {
                execute(connection, ROWS_BEFORE_IRREVERSIBLE);
            }
            file.up(connection);
        } while (!file.id().equals(IRREVERSIBLE));
        return rest;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
