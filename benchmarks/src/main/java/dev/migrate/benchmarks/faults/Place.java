package dev.migrate.benchmarks.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

import dev.migrate.benchmarks.faults.Change.Kind;
import dev.migrate.inspect.Inspector;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;

/** One database with the history that one tool applies to it, and the checker of what became of it. */
final class Place {

    private static final Set<ObjectName> BOOKS = Set.of(
            new ObjectName("public", "migrate_version"),
            new ObjectName("public", "migrate_history"),
            new ObjectName("public", "flyway_schema_history"),
            new ObjectName("public", "databasechangelog"),
            new ObjectName("public", "databasechangeloglock"));

    private final Tool tool;

    private final List<Change> changes;

    private final String url;

    private final DataSource database;

    Place(Tool tool, List<Change> changes, String url) throws SQLException {
        this.tool = tool;
        this.changes = changes;
        this.url = url;
        this.database = Child.source(url);
        FaultServer.execute(database, Changes.preparation());
    }

    String url() {
        return url;
    }

    String name() {
        return FaultServer.name(url);
    }

    DataSource database() {
        return database;
    }

    /** Compares everything with what must be, and counts what is not. */
    void check(Tally tally, Schema undisturbed) throws SQLException {
        tally.add(Tally.Count.RUNS, 1);
        List<String> probes = FaultServer.ask(database, "SELECT revision FROM probe ORDER BY id");
        List<String> applied = FaultServer.ask(database, tool.contender().applied());
        Set<String> before = new HashSet<>();
        for (Change change : changes) {
            int entries = Collections.frequency(applied, change.name());
            int effects =
                    change.kind() == Kind.CONCURRENT_INDEX ? entries : Collections.frequency(probes, change.name());
            tally.add(Tally.Count.LOST, effects == 0 || entries == 0 ? 1 : 0);
            tally.add(Tally.Count.DOUBLED, effects > 1 || entries > 1 ? 1 : 0);
        }
        for (String name : applied) {
            Change change = changes.get(Integer.parseInt(name.substring(1)) - 1);
            boolean ordered = change.parents().stream().allMatch(parent -> before.contains("r%05d".formatted(parent)));
            tally.add(Tally.Count.BROKEN, ordered ? 0 : 1);
            before.add(name);
        }
        int counts = Changes.counts(changes);
        if (counts > 0) {
            List<String> wrong = FaultServer.ask(database, "SELECT id FROM items WHERE n <> " + counts);
            tally.add(Tally.Count.BROKEN, wrong.isEmpty() ? 0 : 1);
        }
        tally.add(Tally.Count.BROKEN, invalidIndexes().size());
        tally.add(Tally.Count.BROKEN, picture().equals(undisturbed) ? 0 : 1);
    }

    /** Reads everything that is not the tool's own. */
    Schema picture() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Inspector.postgres()
                    .inspect(connection, List.of("public"))
                    .without(BOOKS)
                    .unordered();
        }
    }

    private List<String> invalidIndexes() throws SQLException {
        return FaultServer.ask(
                database, "SELECT indexrelid::regclass FROM pg_index WHERE NOT (indisvalid AND indisready)");
    }

    /** Clears up as a person would have to: the tool's own repair, and away with what half a change has left. */
    void repair(Tally tally, Path folder) throws Exception {
        tally.add(Tally.Count.MANUAL, 1);
        awaitAlone();
        List<String> applied = appliedSoFar();
        for (Change change : changes) {
            if (!applied.contains(change.name())) {
                FaultServer.execute(database, change.undone());
                break;
            }
        }
        tool.contender().repair(folder, database);
    }

    private List<String> appliedSoFar() {
        try {
            return FaultServer.ask(database, tool.contender().applied());
        } catch (SQLException e) {
            // The tool had not even made its books.
            return List.of();
        }
    }

    /** Waits for the statements of killed clients, and ends them if they do not end. */
    private void awaitAlone() throws SQLException, InterruptedException {
        String others = " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                + " AND backend_type = 'client backend'";
        for (int i = 0;
                i < 100 && !FaultServer.ask(database, "SELECT pid" + others).isEmpty();
                i++) {
            Thread.sleep(100);
        }
        FaultServer.ask(database, "SELECT pg_terminate_backend(pid)" + others);
    }
}
