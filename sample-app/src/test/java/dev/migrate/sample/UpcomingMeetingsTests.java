package dev.migrate.sample;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.migrate.test.MigrationHarness;
import dev.migrate.test.MigrationTest;
import dev.migrate.test.SchemaPicture;

import static dev.migrate.test.MigrationAssertions.assertThat;

@MigrationTest
class UpcomingMeetingsTests {

    @Test
    void upcomingMeetingsHaveTheirIndex(MigrationHarness database) {
        database.upgradeTo("6a2f8d9be013");
        database.assertThatTable("meetings")
                .hasColumn("scheduled_at", "timestamp with time zone")
                .hasIndex("meetings_scheduled_at_idx");
        database.assertThatQuery("SELECT * FROM meetings WHERE scheduled_at > ? ORDER BY scheduled_at", Instant.now())
                .usesIndex("meetings_scheduled_at_idx");
        database.assertThatQuery("SELECT count(*) FROM meetings WHERE scheduled_at > now()")
                .usesIndexOnly("meetings_scheduled_at_idx");
    }

    @Test
    void nextRevisionIsUndoneByItsDowngrade(MigrationHarness database) {
        database.upgradeTo("e7305c1b94fa");
        SchemaPicture before = database.schema();
        database.upgradeTo("+1");
        database.downgradeTo("-1");
        assertThat(database.schema()).isEqualTo(before);
    }
}
