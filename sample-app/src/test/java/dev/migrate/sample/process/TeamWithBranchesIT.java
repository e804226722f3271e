package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.sample.Follows;

import static org.assertj.core.api.Assertions.assertThat;

/** The workflow of a team with branches. */
@Follows("docs/how-to/team-with-branches.md")
class TeamWithBranchesIT extends FollowedPage {

    TeamWithBranchesIT(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Test
    void branchesAreJoinedTestedAndWatched() throws Exception {
        walk.section("Revisions for two databases");
        walk.section("Two people, two heads");
        assertThat(database.history("applied"))
                .containsExactly("1f0c2a7b9d34", "a1c3e5f7b9d2", "b2d4f6a8c0e1", "c5e7a9b1d3f0");

        walk.section("Tests on SQLite");
        assertThat(walk.output()).contains("1 tests passed.");
        walk.section("A health check that knows");

        try (Connection writer = database.source().getConnection();
                Statement statement = writer.createStatement()) {
            // Who builds an index concurrently waits for everybody who has written to the table.
            writer.setAutoCommit(false);
            statement.execute("INSERT INTO customers (email) VALUES ('ada@example.com')");
            walk.step();
            walk.step();
            Await.condition(
                    "a line that names the writer", () -> walk.running().out().contains("Waiting for pid "));
            walk.step();
            writer.commit();
        }
        walk.rest();
        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'customers_phone_idx'::regclass"))
                .containsExactly("t");
    }
}
