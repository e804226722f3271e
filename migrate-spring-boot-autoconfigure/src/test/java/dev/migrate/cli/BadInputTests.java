package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.migrate.cli.CommandLineApplication.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** Every failure is a line, its details and a hint, and leaves nothing half done. */
class BadInputTests {

    private final Path folder;

    BadInputTests(@TempDir Path folder) {
        this.folder = folder;
    }

    private final CommandLineDatabase database = CommandLineDatabase.create();

    @Test
    void unknownRevision() {
        assertRefused(upgrade(two(), "nope1234"), "Can't locate revision identified by 'nope1234'");
    }

    @Test
    void ambiguousPrefix() {
        Scripts scripts = two().add("bbbb33333333", "bbbb22222222", "More", "SELECT 1;");

        assertRefused(upgrade(scripts, "bbbb"), "Multiple revisions start with 'bbbb'");
    }

    @Test
    void twoHeads() {
        Scripts scripts = two().add("cccc33333333", "aaaa11111111", "Other", "SELECT 1;");

        assertRefused(
                upgrade(scripts, "head"),
                "Multiple head revisions are present for given argument 'head'; please specify a specific target revision");
    }

    @Test
    void missingParent() {
        Scripts scripts = two().add("cccc33333333", "eeee55555555", "Lost", "SELECT 1;");

        assertRefused(
                upgrade(scripts, "heads"), "1 problem in the revision scripts", "cccc33333333.sql:1: ", "eeee55555555");
    }

    @Test
    void cycle() {
        Scripts scripts = two().add("aaaa11111111", "bbbb22222222", "Create people", "SELECT 1;");

        assertRefused(upgrade(scripts, "heads"), "revision scripts", "ycle");
    }

    @Test
    void duplicateId() {
        Scripts scripts = two().write(
                        "again.sql",
                        "-- revision: aaaa11111111\n-- message: Again\n\n-- migrate:upgrade\n\n-- migrate:downgrade\n");

        assertRefused(upgrade(scripts, "heads"), "revision scripts", "again.sql:1: ", "aaaa11111111");
    }

    @Test
    void brokenHeader() {
        Scripts scripts = two().write("broken.sql", "-- revison: cccc33333333\n-- message: x\n\n-- migrate:upgrade\n");

        assertRefused(upgrade(scripts, "heads"), "in the revision scripts", "broken.sql:1: ");
    }

    @Test
    void errorInTheMiddleOfAFile() {
        Scripts scripts = two().add(
                        "cccc33333333",
                        "bbbb22222222",
                        "Name the pets",
                        "ALTER TABLE pets ADD name text;\nUPDATE pets SET nam = '';\nSELECT 1;");

        Outcome outcome = upgrade(scripts, "head");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("Running upgrade bbbb22222222 -> cccc33333333, Name the pets\nFAILED: column \"nam\"")
                .contains("cccc33333333.sql:7, statement 2 of 3\n")
                .contains("the database is at bbbb22222222")
                .contains("\n  Hint: ")
                .doesNotContain("\tat ");
        assertThat(database.columns("pets")).containsExactly("id");
    }

    @Test
    void noDatabase() {
        CommandLineApplication application = two().application()
                .with("spring.datasource.url", "jdbc:postgresql://localhost:1/nothing")
                .with("spring.datasource.username", "nobody");

        assertRefused(application.migrate("upgrade"), "");
        assertRefused(application.migrate("status"), "");
        assertRefused(application.migrate("current"), "");
    }

    @Test
    void databaseThatDoesNotExist() {
        CommandLineApplication application = database.configureMissing(two().application());

        assertRefused(application.migrate("upgrade"), "database \"no_such_database\" does not exist");
    }

    @ParameterizedTest
    @CsvSource({
        "${DB_URL}, names ${DB_URL}",
        "jdbc:postgresql://${DB_HOST}/shop, names ${DB_HOST}",
        "postgres://deploy:hunter2@localhost/shop, is no JDBC URL",
        "jdbc:postgresql://deploy:hunter2@localhost/shop, has a user before the host",
        "jdbc:postgresql://localhost:x/shop?password=hunter2, Unable to parse URL jdbc:postgresql:…",
        "jdbc:postgresl://localhost/shop, No driver",
        "jdbc:oracle:thin:@localhost, is not on the class path: oracle.jdbc.OracleDriver",
    })
    void addressThatIsNone(String url, String message) {
        for (String property : List.of("spring.datasource.url", "migrate.url")) {
            CommandLineApplication application = two().application().with(property, url);

            assertRefused(application.migrate("upgrade"), message, property);
            assertRefused(application.migrate("status"), message, property);
            assertThat(application.migrate("upgrade").err()).doesNotContain("hunter2");
        }
    }

    @Test
    void driverThatIsNotThere() {
        CommandLineApplication application = database.configure(two().application());

        assertRefused(
                application
                        .with("spring.datasource.driver-class-name", "org.postgresql.Drive")
                        .migrate("upgrade"),
                "org.postgresql.Drive",
                "spring.datasource.driver-class-name");
        assertRefused(
                database.configureForMigrations(two().application())
                        .with("migrate.driver-class-name", "org.postgresql.Drive")
                        .migrate("upgrade"),
                "org.postgresql.Drive");
    }

    @Test
    void wrongPassword() throws IOException {
        try (RefusingServer server =
                new RefusingServer("28P01", "password authentication failed for user \"deploy\"")) {
            CommandLineApplication application = two().application()
                    .with("spring.datasource.url", server.url())
                    .with("spring.datasource.username", "deploy")
                    .with("spring.datasource.password", "wrong");

            assertRefused(application.migrate("upgrade"), "password");
            assertRefused(application.migrate("status"), "password");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "28000, 'no pg_hba.conf entry for host \"10.0.0.1\", user \"deploy\", SSL off', sslmode",
        "53300, 'sorry, too many clients already', allows no more connections",
        "57P03, the database system is starting up, try again",
    })
    void serverThatLetsNobodyIn(String state, String message, String hint) throws IOException {
        try (RefusingServer server = new RefusingServer(state, message)) {
            CommandLineApplication application = two().application().with("spring.datasource.url", server.url());

            assertRefused(application.migrate("upgrade"), message, hint);
        }
    }

    @Test
    void serverThatIsNotThereInTime() throws IOException {
        try (RefusingServer server = new RefusingServer("57P03", "the database system is starting up")) {
            Outcome outcome = two().application()
                    .with("spring.datasource.url", server.url())
                    .with("migrate.connect-wait", "10ms")
                    .migrate("upgrade");

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err())
                    .startsWith("Waiting for the server. Can't connect to the database: ")
                    .contains("the database system is starting up\nFAILED: Can't connect to the database: ");
        }
    }

    @Test
    void hostThatNobodyKnows() {
        CommandLineApplication application =
                two().application().with("spring.datasource.url", "jdbc:postgresql://nowhere.invalid/shop");

        assertRefused(application.migrate("upgrade"), "nowhere.invalid");
    }

    @Test
    void readOnlyUserMayLookAndNotTouch() {
        assertThat(upgrade(two(), "aaaa").code()).isZero();
        CommandLineApplication reader = database.configureReader(two().application());

        Outcome status = reader.migrate("status");
        assertThat(status.err()).isEmpty();
        assertThat(status.code()).isZero();
        assertThat(status.out()).contains("BEHIND: 1 revision pending");
        assertThat(reader.migrate("current").out()).isEqualTo("aaaa11111111\n");

        Outcome outcome = reader.migrate("upgrade");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("FAILED: ", "\n  Hint: ").doesNotContain("\tat ");
        assertThat(database.tables()).doesNotContain("pets");
    }

    @Test
    void rowThatThisBuildDoesNotKnow() {
        assertThat(upgrade(two(), "head").code()).isZero();
        database.execute("UPDATE migrate_version SET version_num = 'ffff99999999'");
        CommandLineApplication application = database.configure(two().application());

        assertRefused(
                application.migrate("upgrade"),
                "Can't locate revision identified by 'ffff99999999'",
                "ahead of this build");
        assertRefused(application.migrate("current"), "Can't locate revision identified by 'ffff99999999'");
        assertRefused(application.migrate("downgrade", "-1"), "Can't locate revision identified by 'ffff99999999'");
        assertThat(application.migrate("status").code()).isZero();
        assertThat(application.migrate("status").out()).contains("ffff99999999").contains("unknown to this build");
        assertThat(application.migrate("status", "--check").code()).isEqualTo(3);
    }

    private Scripts two() {
        return Scripts.twoIn(folder);
    }

    private Outcome upgrade(Scripts scripts, String target) {
        return database.configure(scripts.application()).migrate("upgrade", target);
    }

    private static void assertRefused(Outcome outcome, String message, String... details) {
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("FAILED: ")
                .contains(message)
                .contains("\n  Hint: ")
                .doesNotContain("\tat ", "Exception", "This was not expected");
        for (String detail : details) {
            assertThat(outcome.err()).contains(detail);
        }
        assertThat(outcome.err().lines().findFirst()).isPresent();
    }
}
