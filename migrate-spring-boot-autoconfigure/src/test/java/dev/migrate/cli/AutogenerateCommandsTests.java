package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;

import dev.migrate.cli.CommandLineApplication.Outcome;
import dev.migrate.cli.model.first.FirstApplication;
import dev.migrate.cli.model.none.NoEntitiesApplication;
import dev.migrate.cli.model.scanned.ScannedApplication;
import dev.migrate.cli.model.second.SecondApplication;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaSource;

import static org.assertj.core.api.Assertions.assertThat;

class AutogenerateCommandsTests {

    private final Path folder;

    private final CommandLineDatabase database = CommandLineDatabase.create();

    AutogenerateCommandsTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aChangedEntityBecomesARevisionThatCanBeTakenBack() throws IOException {
        generateAndUpgrade(FirstApplication.class, "Create customers");
        database.execute("INSERT INTO customers (full_name, nickname) VALUES ('Ada', 'the first')");

        Outcome generated = application(SecondApplication.class).migrate("revision", "--autogenerate", "-m", "Sell");
        assertThat(generated.err())
                .contains("create table purchases", "drop column customers.nickname  DESTRUCTIVE", "1 of ")
                .contains("Created revision ");
        String script = Files.readString(Path.of(generated.out().strip()));
        assertThat(script)
                .contains("-- DESTRUCTIVE: drop column customers.nickname\nALTER TABLE ")
                .contains("-- Note: Column customers.state gets 'NEW'");

        assertThat(application(SecondApplication.class).migrate("upgrade").code())
                .isZero();
        assertThat(application(SecondApplication.class).migrate("check").code()).isZero();
        assertThat(database.columns("customers")).contains("email", "state").doesNotContain("nickname");

        assertThat(application(SecondApplication.class)
                        .migrate("downgrade", "-1")
                        .code())
                .isZero();
        assertThat(database.columns("customers")).contains("nickname").doesNotContain("email", "state");
        assertThat(application(SecondApplication.class).migrate("upgrade").code())
                .isZero();
        assertThat(application(SecondApplication.class).migrate("check").code()).isZero();
    }

    @Test
    void checkTellsTheOperationsAndExitsWith3() {
        Outcome outcome = application(FirstApplication.class).migrate("check");

        assertThat(outcome.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(outcome.out()).isEqualTo("New upgrade operations detected:\n  create table customers\n");
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void checkPrintsJson() {
        Outcome outcome = application(FirstApplication.class).migrate("check", "--json");

        assertThat(outcome.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(outcome.out())
                .isEqualTo("{\"operations\":[{\"operation\":\"CreateTable\",\"description\":\"create table customers\","
                        + "\"destructive\":false}],\"notes\":[],\"leftAlone\":[]}\n");
    }

    @Test
    void nothingIsWrittenIfNothingDiffers() throws IOException {
        generateAndUpgrade(FirstApplication.class, "Create customers");

        Outcome outcome = application(FirstApplication.class).migrate("revision", "--autogenerate", "-m", "Nothing");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("No changes detected.");
        assertThat(files()).hasSize(1);
        assertThat(application(FirstApplication.class).migrate("check").out())
                .isEqualTo("No new upgrade operations detected.\n");
    }

    @Test
    void aDatabaseThatIsBehindIsNotCompared() throws IOException {
        assertThat(application(FirstApplication.class)
                        .migrate("revision", "--autogenerate", "-m", "Create customers")
                        .code())
                .isZero();

        for (Outcome outcome : List.of(
                application(SecondApplication.class).migrate("check"),
                application(SecondApplication.class).migrate("revision", "--autogenerate", "-m", "Sell"))) {
            assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
            assertThat(outcome.err())
                    .contains("FAILED: Target database is not up to date.", "1 pending", "Hint: Run `migrate upgrade`");
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void anApplicationWithoutEntitiesIsToldHowToSayWhatItWants() {
        Outcome outcome = application(NoEntitiesApplication.class).migrate("check");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err())
                .contains("The application has no entities in dev.migrate.cli.model.none", "migrate.model");
    }

    @Test
    void entitiesElsewhereAreFoundByEntityScan() {
        assertThat(application(ScannedApplication.class).migrate("check").out()).contains("create table customers");
    }

    @Test
    void namesAreThoseOfTheApplicationsNamingStrategy() throws IOException {
        Outcome outcome = application(FirstApplication.class)
                .with(
                        "spring.jpa.hibernate.naming.physical-strategy",
                        "org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl")
                .migrate("revision", "--autogenerate", "-m", "Create customers");

        assertThat(Files.readString(Path.of(outcome.out().strip()))).contains("fullname");
    }

    @Test
    void aScriptCanBeTheModel() throws IOException {
        Path model = Files.writeString(folder.resolve("schema.sql"), """
                CREATE TYPE mood AS ENUM ('good', 'bad');
                CREATE TABLE days (id serial PRIMARY KEY, mood mood NOT NULL, note text DEFAULT 'none' CHECK (note <> ''));
                CREATE INDEX days_good ON days (id) WHERE mood = 'good'; -- a mapping could not say that
                """);
        CommandLineApplication application =
                application(NoEntitiesApplication.class).with("migrate.model", "file:" + model);

        assertThat(application.migrate("check").code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(application
                        .migrate("revision", "--autogenerate", "-m", "Days")
                        .code())
                .isZero();
        assertThat(application.migrate("upgrade").code()).isZero();
        assertThat(application.migrate("check").out()).isEqualTo("No new upgrade operations detected.\n");
        assertThat(application.migrate("downgrade", "base").code()).isZero();
        assertThat(database.tables()).doesNotContain("days");
    }

    @Test
    void aFaultyModelScriptIsReportedWithItsLine() throws IOException {
        Path model =
                Files.writeString(folder.resolve("schema.sql"), "CREATE TABLE a (id int);\n\nCREATE TABEL b ();\n");

        Outcome outcome = application(NoEntitiesApplication.class)
                .with("migrate.model", "file:" + model)
                .migrate("check");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).contains("The model cannot be built: ", "schema.sql:3");
    }

    @Test
    void aSchemaSourceBeanComesFirst() {
        Outcome outcome = application(FirstApplication.class)
                .with("migrate.cli.sources", Nothing.class.getName())
                .migrate("check");

        assertThat(outcome.out()).isEqualTo("No new upgrade operations detected.\n");
    }

    @Test
    void onlySqlIsGenerated() {
        Outcome outcome = application(FirstApplication.class)
                .migrate("revision", "--autogenerate", "--format", "java", "-m", "Create customers");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).contains("Only SQL revisions are generated from the model");
    }

    private void generateAndUpgrade(Class<?> main, String message) {
        assertThat(application(main)
                        .migrate("revision", "--autogenerate", "-m", message)
                        .code())
                .isZero();
        assertThat(application(main).migrate("upgrade").code()).isZero();
    }

    private CommandLineApplication application(Class<?> main) {
        Path revisions = folder.resolve("revisions");
        return database.configure(new CommandLineApplication()
                .of(main)
                .with("migrate.locations", "file:" + revisions)
                .with("migrate.source-directory", revisions));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("revisions"))) {
            return files.toList();
        }
    }

    /** An application that wants no schema at all. */
    static class Nothing {

        @Bean
        SchemaSource nothing() {
            return () -> new Schema(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
    }
}
