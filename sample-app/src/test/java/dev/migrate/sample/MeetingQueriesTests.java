package dev.migrate.sample;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.migrate.test.MigrationHarness;
import dev.migrate.test.MigrationTest;

@MigrationTest
class MeetingQueriesTests {

    private final MigrationHarness database;

    MeetingQueriesTests(MigrationHarness database) {
        this.database = database;
        database.upgradeTo("heads");
    }

    @Test
    void openSessionOfAMeetingIsFoundByItsIndex() {
        database.assertThatQuery("SELECT * FROM meeting_sessions WHERE meeting_id = ? AND ended_at IS NULL", 1L)
                .usesIndex("meeting_sessions_open_key");
    }

    @Test
    void meetingHasOneOpenSession() {
        Object owner = database.insert("users", Map.of("email", "ada@example.org", "display_name", "Ada"))
                .get("id");
        Object meeting = database.insert("meetings", Map.of("owner_id", String.valueOf(owner), "title", "Planning"))
                .get("id");
        Map<String, ?> session = Map.of("meeting_id", String.valueOf(meeting));
        database.insert("meeting_sessions", session);

        database.assertThatTable("meeting_sessions").refuses(session, "meeting_sessions_open_key");
    }
}
