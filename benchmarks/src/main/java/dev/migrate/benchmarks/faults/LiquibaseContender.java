package dev.migrate.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase with one changelog of formatted SQL. */
final class LiquibaseContender implements Contender {

    private static final String FILE = "changelog.sql";

    private final Logger log = Logger.getLogger("liquibase");

    @Override
    public void write(Path folder, List<Change> changes) throws IOException {
        StringBuilder text = new StringBuilder("--liquibase formatted sql\n");
        for (Change change : changes) {
            boolean inTransaction = change.kind() == Change.Kind.TRANSACTIONAL;
            // The splitter of statements does not know dollar quotes, so the delimiter is a character that no statement
            // has.
            text.append("\n--changeset faults:%s endDelimiter:/ %s\n"
                    .formatted(change.name(), inTransaction ? "" : "runInTransaction:false"));
            for (String statement : change.statements()) {
                text.append(statement).append("\n/\n");
            }
        }
        Files.writeString(folder.resolve(FILE), text);
    }

    @Override
    public void run(Path folder, DataSource database, Runnable stepping) throws Exception {
        with(folder, database, liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
    }

    @Override
    public String applied() {
        return "SELECT id FROM databasechangelog ORDER BY orderexecuted";
    }

    @Override
    public void repair(Path folder, DataSource database) throws Exception {
        with(folder, database, Liquibase::forceReleaseLocks);
    }

    private void with(Path folder, DataSource database, Work work) throws Exception {
        log.setLevel(Level.OFF);
        Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> {
            try (Liquibase liquibase = new Liquibase(
                    FILE, new DirectoryResourceAccessor(folder), new JdbcConnection(database.getConnection()))) {
                liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                work.with(liquibase);
            }
        });
    }

    @FunctionalInterface
    private interface Work {
        void with(Liquibase liquibase) throws Exception;
    }
}
