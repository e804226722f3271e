package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase with one file of formatted SQL for each change, which has no transaction around several. */
final class LiquibaseContestant implements Contestant {

    private static final String CHANGELOG = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                               xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                               xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                                   http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <includeAll path="changes" relativeToChangelogFile="true"/>
            </databaseChangeLog>
            """;

    private final Logger log = Logger.getLogger("liquibase");

    @Override
    public void write(Path folder, int revisions) throws IOException {
        Path changes = Files.createDirectory(folder.resolve("changes"));
        Files.writeString(folder.resolve("changelog.xml"), CHANGELOG);
        for (int number = 1; number <= revisions; number++) {
            String id = String.format(Locale.ROOT, "%05d", number);
            Files.writeString(
                    changes.resolve(id + "_create_a_table.sql"),
                    "--liquibase formatted sql\n--changeset bench:" + id + "\n"
                            + Statements.text(Statements.up(number))
                            + "--rollback " + Statements.text(Statements.down(number)));
        }
    }

    @Override
    public boolean does(Kind kind) {
        return kind != Kind.ONE_TRANSACTION;
    }

    @Override
    public int call(Call call) throws Exception {
        log.setLevel(Level.OFF);
        // As in a Spring Boot application: what it has to say goes into the log.
        return Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> work(call));
    }

    private static int work(Call call) throws Exception {
        try (Liquibase liquibase = new Liquibase(
                "changelog.xml",
                new DirectoryResourceAccessor(call.folder()),
                new JdbcConnection(call.database().getConnection()))) {
            liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
            Contexts contexts = new Contexts();
            LabelExpression labels = new LabelExpression();
            switch (call.work().kind()) {
                case LIST -> {
                    return liquibase.getChangeSetStatuses(contexts, labels).size();
                }
                case ROLL_BACK -> liquibase.rollback(call.work().count(), contexts, labels);
                default -> liquibase.update(contexts, labels);
            }
            return 0;
        }
    }
}
