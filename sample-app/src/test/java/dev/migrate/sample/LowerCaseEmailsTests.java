package dev.migrate.sample;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.migrate.test.MigrationHarness;
import dev.migrate.test.MigrationTest;

import static dev.migrate.test.MigrationAssertions.assertThat;

@MigrationTest
class LowerCaseEmailsTests {

    @Test
    void addressesAreLowerCasedAndStayIt(MigrationHarness database) {
        database.upgradeTo("8c6f21ad930b");
        database.insert("users", Map.of("email", "Ada@Example.org", "display_name", "Ada"));

        assertThat(database.upgradeTo("d40a7b93e15c")).tookAtMost(Duration.ofSeconds(10));
        database.assertThatTable("users")
                .hasRow(Map.of("display_name", "Ada", "email", "ada@example.org"))
                .accepts(Map.of("display_name", "Bob", "email", "bob@example.org"))
                .refuses(Map.of("display_name", "Bob", "email", "Bob@example.org"), "users_email_lower_check");

        database.downgradeTo("8c6f21ad930b");
        database.assertThatTable("users").hasRows(1).hasNoConstraint("users_email_lower_check");
    }
}
