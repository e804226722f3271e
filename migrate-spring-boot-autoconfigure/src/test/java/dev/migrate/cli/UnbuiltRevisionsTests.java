package dev.migrate.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.cli.CommandLineApplication.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** People write a revision and run the next command before they build. */
class UnbuiltRevisionsTests {

    private final Path built;

    private final Path source;

    private final CommandLineDatabase database = CommandLineDatabase.create();

    private CommandLineApplication application = new CommandLineApplication();

    UnbuiltRevisionsTests(@TempDir Path folder) {
        this.built = folder.resolve("built");
        this.source = folder.resolve("source");
    }

    @BeforeEach
    void writeOneThatIsNotBuilt() {
        Scripts.twoIn(source).add("cccc33333333", "bbbb22222222", "Create toys", "CREATE TABLE toys (id int);");
        Scripts.twoIn(built);
        application = application(source);
    }

    @Test
    void nothingNewIsWrittenBesideThem() {
        for (Outcome outcome : new Outcome[] {
            application.migrate("revision", "-m", "More"),
            application.migrate("revision", "--autogenerate", "-m", "More"),
            application.migrate("merge", "aaaa11111111", "bbbb22222222", "--splice")
        }) {
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).isEqualTo("""
                    FAILED: This build lacks revisions that %s holds: a new one would not follow them
                      cccc33333333 at %s
                      Hint: Build the application, then run the command again.
                    """.formatted(source, source.resolve("cccc33333333.sql")));
        }
        assertThat(source).isDirectoryNotContaining("glob:**more*").isDirectoryNotContaining("glob:**merge*");
    }

    @Test
    void nothingRunsThemButTheyAreNamed() {
        String note = "Not in this build, so not run: cccc33333333 at " + source.resolve("cccc33333333.sql") + "\n";

        Outcome upgrade = application.migrate("upgrade");
        assertThat(upgrade.out()).isEqualTo("Now at bbbb22222222 (head).\n");
        assertThat(upgrade.err()).endsWith(note);
        assertThat(application.migrate("status").err()).isEqualTo(note);
        assertThat(application.migrate("upgrade", "--json").err()).isEqualTo(note);
        assertThat(application.migrate("history").err()).isEmpty();
    }

    @Test
    void lintNamesWhatItCannotLookInto() {
        String note = "Not in this build, so not linted: cccc33333333 at " + source.resolve("cccc33333333.sql") + "\n";

        assertThat(application.migrate("lint").err()).isEqualTo(note);
        assertThat(application.migrate("lint", "--json").err()).isEqualTo(note);
        assertThat(application.migrate("lint", ":").err()).isEqualTo(note);
    }

    @Test
    void aFolderOutsideOfTheProjectHasNone() {
        Outcome outcome = application(source.resolve("missing")).migrate("upgrade");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).doesNotContain("Not in this build");
    }

    private CommandLineApplication application(Path sourceDirectory) {
        return database.configure(new CommandLineApplication()
                .with("migrate.locations", "file:" + built)
                .with("migrate.source-directory", sourceDirectory));
    }
}
