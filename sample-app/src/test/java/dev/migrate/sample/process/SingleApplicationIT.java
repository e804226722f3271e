package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.sample.Follows;
import dev.migrate.sample.SchemaDump;

import static org.assertj.core.api.Assertions.assertThat;

/** The workflow of a single application that migrates itself in production. */
@Follows("docs/how-to/single-application.md")
class SingleApplicationIT extends FollowedPage {

    SingleApplicationIT(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Test
    void productionMigratesAndEveryCommandDoesWhatThePageShows() throws Exception {
        walk.section("The first revision");
        walk.section("Production migrates, nothing else does");
        assertThat(database.history("applied")).containsExactly("1f0c2a7b9d34", "2ab4c6d8e0f1");
        List<String> migrated = SchemaDump.of(database.source());

        walk.section("Forth and back");
        assertThat(database.query("SELECT to_regclass('customers')")).containsOnlyNulls();
        walk.section("A database that `ddl-auto` created");
        assertThat(database.history("stamped")).containsExactly("1f0c2a7b9d34");
        walk.rest();
        assertThat(SchemaDump.of(database.source())).isEqualTo(migrated);
    }
}
