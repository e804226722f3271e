package dev.migrate.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.migrate.cli.CommandLineApplication.Outcome;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

class LintCommandTests {

    private final Path folder;

    private final CommandLineDatabase database = CommandLineDatabase.create();

    private CommandLineApplication application = new CommandLineApplication();

    LintCommandTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void indexATableInUse() {
        application = database.configure(Scripts.twoIn(folder).application());
        application.migrate("upgrade");
        database.execute("INSERT INTO people SELECT generate_series(1, 5000)");
        database.execute("ANALYZE people");
        new Scripts(folder)
                .add("cccc33333333", "bbbb22222222", "Index people", "\nCREATE INDEX people_id ON people (id);");
    }

    @Test
    void textNamesPlaceRuleLockAndTheSafeForm() {
        Outcome outcome = application.migrate("lint");
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).isEqualTo("""
                cccc33333333.sql:7: error: require-concurrent-index-creation
                  SHARE on people while it is read whole: nobody writes to it meanwhile.
                    -- in a revision of its own
                    CREATE INDEX CONCURRENTLY people_id ON people (id);
                1 revision, 1 error, 0 warnings.
                """.replaceFirst("^", folder + "/"));
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aTableThatIsSmallOrNotThereYetIsFine() {
        database.execute("TRUNCATE people");
        database.execute("ANALYZE people");
        assertThat(application.migrate("lint")).isEqualTo(new Outcome(0, "1 revision, 0 errors, 0 warnings.\n", ""));
    }

    @Test
    void aRangeIsLintedWithoutADatabase() {
        Outcome outcome = new Scripts(folder).application().migrate("lint", "cccc:");
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).endsWith("1 revision, 1 error, 0 warnings.\n");
        assertThat(new Scripts(folder).application().migrate("lint", ":bbbb").code())
                .isZero();
    }

    @Test
    void jsonHasTheSame() {
        JsonNode json = JsonMapper.shared()
                .readTree(application.migrate("lint", "--json").out());
        assertThat(json.get("errors").asInt()).isEqualTo(1);
        JsonNode finding = json.get("findings").get(0);
        assertThat(finding.get("rule").asString()).isEqualTo("require-concurrent-index-creation");
        assertThat(finding.get("line").asInt()).isEqualTo(7);
        assertThat(finding.get("rewrite")).hasSize(2);
    }

    @Test
    void sarifHasAPlaceForEveryResult() {
        JsonNode run = JsonMapper.shared()
                .readTree(application.migrate("lint", "--sarif").out())
                .get("runs")
                .get(0);
        assertThat(run.at("/tool/driver/rules/0/id").asString()).isEqualTo("require-concurrent-index-creation");
        assertThat(run.at("/results/0/level").asString()).isEqualTo("error");
        JsonNode place = run.at("/results/0/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asString()).endsWith("/cccc33333333.sql");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(7);
    }

    @Test
    void jsonAndSarifAtOnceAreRefused() {
        assertThat(application.migrate("lint", "--json", "--sarif").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anUpgradeTellsErrorsAndGoesOn() {
        Outcome outcome = application.migrate("upgrade");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("WARNING: ", "cccc33333333.sql:7: require-concurrent-index-creation: SHARE");
    }

    @Test
    void anUpgradeIsRefusedIfErrorsAreNotAllowed() {
        Outcome outcome = application.with("migrate.lint", "fail").migrate("upgrade");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        "Lint has found 1 error in the pending revisions",
                        "require-concurrent-index-creation",
                        "allow");
    }

    @Test
    void anUpgradeDoesNotLookIfLintIsOff() {
        assertThat(application.with("migrate.lint", "off").migrate("upgrade").err())
                .doesNotContain("WARNING");
    }

    @Test
    void rulesAreChosenByProperties() {
        assertThat(application
                        .with("migrate.lint-rules.disable", "require-concurrent-index-creation")
                        .migrate("lint")
                        .code())
                .isZero();
    }

    @Test
    void thresholdsAreProperties() {
        assertThat(application
                        .with("migrate.lint-rules.small-table", 10_000)
                        .migrate("lint")
                        .code())
                .isZero();
    }

    @Test
    void traceTellsWhatTheServerSays() {
        String copy = String.valueOf(TestDatabases.postgres().getUrl());
        Outcome outcome = application.migrate("lint", "--trace", copy);
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out())
                .contains("CREATE INDEX people_id ON people (id)\n  locks people: SHARE\n  reads whole people\n")
                .contains("error: require-concurrent-index-creation");
        assertThat(JsonMapper.shared()
                        .readTree(application
                                .migrate(
                                        "lint",
                                        "--json",
                                        "--trace",
                                        String.valueOf(TestDatabases.postgres().getUrl()))
                                .out())
                        .at("/trace/0/locks/people")
                        .asString())
                .isEqualTo("SHARE");
    }

    @Test
    void traceWatchesWhatRunsOutsideOfATransaction() {
        new Scripts(folder)
                .add("dddd44444444", "cccc33333333", "Fill", "\nINSERT INTO people SELECT generate_series(1, 300000);")
                .add("eeee55555555", "dddd44444444", "Index", "\nCREATE INDEX CONCURRENTLY more ON people (id);");

        Outcome outcome = application.migrate(
                "lint", "--trace", String.valueOf(TestDatabases.postgres().getUrl()));

        assertThat(outcome.out())
                .contains("CREATE INDEX CONCURRENTLY more ON people (id)\n  locks people: SHARE UPDATE EXCLUSIVE\n");
    }

    @Test
    void traceKeepsToTheConfiguredSchema() {
        Outcome outcome = application
                .with("migrate.schema", "app")
                .migrate(
                        "lint",
                        "--trace",
                        String.valueOf(TestDatabases.postgres().getUrl()));

        assertThat(outcome.out()).contains("CREATE INDEX people_id ON people (id)\n  locks app.people: SHARE\n");
    }

    @Test
    void traceIsAboutWhatIsPending() {
        assertThat(application
                        .migrate("lint", ":", "--trace", "jdbc:postgresql:none")
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }
}
