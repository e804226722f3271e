package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.autoconfigure.revisions.AddToys;
import dev.migrate.autoconfigure.revisions.NameToys;
import dev.migrate.cli.CommandLineApplication.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class JavaRevisionCommandsTests {

    private final Path folder;

    private final CommandLineDatabase database = CommandLineDatabase.create();

    private CommandLineApplication application = new CommandLineApplication();

    JavaRevisionCommandsTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void writeScripts() {
        Path scripts = folder.resolve("src/main/resources/db/revisions");
        application = database.configure(Scripts.twoIn(scripts).application())
                .with("migrate.java-packages", "dev.migrate.autoconfigure.revisions");
    }

    @Test
    void theyRunLikeOthers() {
        assertThat(application.migrate("upgrade").out()).isEqualTo("Now at dddd44444444 (head).\n");
        assertThat(database.tables()).contains("people", "pets", "toys");
        assertThat(application.migrate("downgrade", "bbbb").code()).isZero();
        assertThat(database.tables()).contains("pets").doesNotContain("toys");
    }

    @Test
    void statusTellsWhatTheyAreWrittenIn() {
        assertThat(application.migrate("status", "--json").out())
                .contains("\"message\":\"Create pets\",\"kind\":\"SQL\"")
                .contains("\"message\":\"Create toys\",\"kind\":\"JAVA\"");
    }

    @Test
    void historyNamesTheClass() {
        assertThat(application.migrate("history", "-v").out())
                .contains("Rev: cccc33333333\nParent: bbbb22222222\n")
                .contains("Path: " + AddToys.class.getName() + "\n\n    Create toys\n\n    For the pets.\n");
    }

    @Test
    void showSaysWhatIsDone() {
        assertThat(application.migrate("show", "dddd").out()).isEqualTo("""
                Rev: dddd44444444 (head)
                Parent: cccc33333333
                Path: %s

                    Name toys

                Upgrade:
                    1  run Java code (not known to --sql)
                Downgrade:
                    1  execute DELETE FROM toys

                """.formatted(NameToys.class.getName()));
    }

    @Test
    void showTellsProgramsWhatIsDone() {
        assertThat(application.migrate("show", "dddd", "--json").out())
                .contains("\"upgrade\":{\"transaction\":true,\"operations\":[\"run Java code\"]}")
                .contains("\"downgrade\":{\"transaction\":true,\"operations\":[\"execute DELETE FROM toys\"]}");
    }

    @Test
    void nothingIsPrintedIfAPartCannotBe() {
        Outcome outcome = application.migrate("upgrade", "--sql");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("dddd44444444 at " + NameToys.class.getName() + ", operation 1 of 1: run Java code");
        assertThat(application.migrate("upgrade", "cccc", "--sql").out()).contains("CREATE TABLE \"toys\"");
        assertThat(application.migrate("upgrade", "--dry-run").out()).contains("Would run upgrade cccc33333333");
    }

    @Test
    void revisionWritesAClass() throws IOException {
        Outcome outcome = application.migrate("revision", "-m", "Say \"hello\"", "--format", "java", "--rev-id", "e5");

        Path file = folder.resolve("src/main/java/dev/migrate/autoconfigure/revisions/SayHello.java");
        assertThat(outcome)
                .isEqualTo(new Outcome(0, file + "\n", "Created revision e5, which revises dddd44444444.\n"));
        assertThat(Files.readString(file))
                .contains("package dev.migrate.autoconfigure.revisions;")
                .contains("message = \"Say \\\"hello\\\"\"");
    }

    @Test
    void revisionWritesAClassIntoAFolder() {
        Path other = folder.resolve("app/src/main/java/com/example");

        Outcome outcome = application.migrate("revision", "-m", "Say", "--format", "java", "--location", "" + other);

        assertThat(outcome.out()).isEqualTo(other.resolve("Say.java") + "\n");
    }

    @Test
    void revisionNeedsAPackageForAClass() {
        CommandLineApplication none = database.configure(
                        Scripts.twoIn(folder.resolve("plain")).application())
                .with("migrate.java-packages", "");

        assertThat(none.migrate("revision", "-m", "Say", "--format", "java", "--head", "base", "--splice")
                        .err())
                .contains("There is no package for Java revisions")
                .contains("migrate.java-packages");
        assertThat(application
                        .migrate("revision", "-m", "Say", "--format", "xml")
                        .code())
                .isEqualTo(2);
    }
}
