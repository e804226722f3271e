package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;

import dev.migrate.autogenerate.Proposal;
import dev.migrate.autogenerate.RevisionCustomizer;
import dev.migrate.autogenerate.SchemaFilter;
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
    void onlineWritesSeveralRevisionsOneOnTheOther() {
        generateAndUpgrade(FirstApplication.class, "Create customers");
        Outcome generated =
                application(SecondApplication.class).migrate("revision", "--autogenerate", "--online", "-m", "Sell");
        assertThat(generated.err()).contains("Created revision ");
        assertThat(generated.out().lines().toList())
                .hasSizeGreaterThan(1)
                .last()
                .asString()
                .contains("sell_contract");
        assertThat(application(SecondApplication.class).migrate("upgrade").code())
                .isZero();
        assertThat(application(SecondApplication.class).migrate("check").code()).isZero();
        assertThat(application(SecondApplication.class).migrate("lint", ":").out())
                .doesNotContain("ban-drop-column");
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
    void operationsAreGeneratedInJava() throws IOException {
        generateAndUpgrade(FirstApplication.class, "Create customers");
        Path sources = folder.resolve("src/main/java/com/example");

        Outcome outcome = application(SecondApplication.class)
                .migrate(
                        "revision",
                        "--autogenerate",
                        "--format",
                        "java",
                        "-m",
                        "Add purchases",
                        "--location",
                        sources.toString());

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(Files.readString(sources.resolve("AddPurchases.java")))
                .contains("package com.example;\n")
                .contains("timestampWithZone(6)")
                .contains("        // DESTRUCTIVE: drop column customers.nickname\n")
                .contains("        op.createTable(\"purchases\", t -> {\n            t.column(");
    }

    @Test
    void aRenamedColumnKeepsItsValues() throws IOException {
        CommandLineApplication application = scripted("CREATE TABLE users (id int PRIMARY KEY, name text)");
        generateAndUpgrade(application);
        database.execute("INSERT INTO users VALUES (1, 'Ada')");
        model("CREATE TABLE users (id int PRIMARY KEY, full_name text)");

        assertThat(application.migrate("check").err()).contains("--rename users.name=full_name");
        Outcome generated =
                application.migrate("revision", "--autogenerate", "--rename", "users.name=full_name", "-m", "Rename");

        assertThat(generated.err())
                .contains("rename column users.name to full_name")
                .doesNotContain("DESTRUCTIVE");
        assertThat(application.migrate("upgrade").code()).isZero();
        assertThat(database.columns("users")).containsExactly("id", "full_name");
        assertThat(application.migrate("check").code()).isZero();
    }

    @Test
    void somebodyAtATerminalIsAsked() throws IOException {
        CommandLineApplication application = scripted("CREATE TABLE users (id int PRIMARY KEY, name text)");
        generateAndUpgrade(application);
        model("CREATE TABLE users (id int PRIMARY KEY, full_name text)");

        Outcome refused = application.answering("n").migrate("revision", "--autogenerate", "-m", "Two");
        assertThat(refused.err())
                .contains(
                        "Column users.name is gone from the model, and full_name is new.",
                        "renamed, and keeps its values",
                        "drop column users.name  DESTRUCTIVE");
        Files.delete(Path.of(refused.out().strip()));

        Outcome agreed = application.answering("what?", "R").migrate("revision", "--autogenerate", "-m", "One");
        assertThat(agreed.err()).contains("[r/n] [r/n] ", "rename column users.name to full_name");
    }

    @Test
    void renamesAreForGeneratedRevisions() {
        assertThat(application(FirstApplication.class)
                        .migrate("revision", "--rename", "a=b", "-m", "Nothing")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        Outcome unreadable = application(FirstApplication.class)
                .migrate("revision", "--autogenerate", "--rename", "a.b", "-m", "Nothing");
        assertThat(unreadable.code()).isEqualTo(ExitCode.FAILED);
        assertThat(unreadable.err()).contains("This is no rename: a.b", "Hint: ");
    }

    @Test
    void unknownTablesAreDroppedOnlyOnDemand() throws IOException {
        CommandLineApplication application = scripted("CREATE TABLE users (id int PRIMARY KEY)");
        generateAndUpgrade(application);
        database.execute("CREATE TABLE legacy (id serial PRIMARY KEY)");

        Outcome kept = application.migrate("check");
        assertThat(kept.code()).isZero();
        assertThat(kept.err()).contains("Left alone: Tables that the model does not know are kept: legacy");
        Outcome dropped = application.migrate("revision", "--autogenerate", "--drop-tables", "-m", "Tidy up");

        assertThat(dropped.err()).contains("drop table legacy  DESTRUCTIVE");
        assertThat(application.migrate("upgrade").code()).isZero();
        assertThat(database.tables()).doesNotContain("legacy").contains("users", "migrate_version", "migrate_history");
        assertThat(application.migrate("downgrade", "-1").code()).isZero();
        assertThat(database.tables()).contains("legacy");
    }

    @Test
    void propertiesAndBeansNarrowAndEditTheProposal() {
        CommandLineApplication application = application(SecondApplication.class)
                .with("migrate.autogenerate.include", "customers,purchases*")
                .with("migrate.autogenerate.exclude", "*_seq");
        assertThat(application.migrate("check").out())
                .contains("create table customers", "create table purchases")
                .doesNotContain("sequence");

        Outcome edited = application
                .with("migrate.cli.sources", Narrowing.class.getName())
                .migrate("check");
        assertThat(edited.out()).contains("create table purchases").doesNotContain("customers");
        assertThat(edited.err()).contains("Note: edited");
    }

    @Test
    void theModelCanBeThatOfTheEntityManagerFactory() {
        Outcome exact = application(SecondApplication.class)
                .with("migrate.autogenerate.source", "entity-manager-factory")
                .migrate("check");

        assertThat(exact.out())
                .isEqualTo(application(SecondApplication.class).migrate("check").out());
        assertThat(exact.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(database.tables()).isEmpty();
    }

    private CommandLineApplication scripted(String sql) throws IOException {
        model(sql);
        return application(NoEntitiesApplication.class).with("migrate.model", "file:" + folder.resolve("schema.sql"));
    }

    private void model(String sql) throws IOException {
        Files.writeString(folder.resolve("schema.sql"), sql);
    }

    private static void generateAndUpgrade(CommandLineApplication application) {
        assertThat(application
                        .migrate("revision", "--autogenerate", "-m", "Begin")
                        .code())
                .isZero();
        assertThat(application.migrate("upgrade").code()).isZero();
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

    /** An application that compares less, and says more. */
    static class Narrowing {

        @Bean
        SchemaFilter withoutCustomers() {
            return part -> !part.object().name().equals("customers");
        }

        @Bean
        RevisionCustomizer edited() {
            return proposal -> new Proposal(proposal.operations(), List.of("edited"), proposal.leftAlone());
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
