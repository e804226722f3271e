package dev.migrate.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialects;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.Reversal;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Revision;
import dev.migrate.revision.Target;
import dev.migrate.run.MigrationRunner;
import dev.migrate.run.RunListener;
import dev.migrate.run.RunSettings;
import dev.migrate.run.Session;
import dev.migrate.run.WhenAhead;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptBody;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptHeader;
import dev.migrate.script.ScriptKind;
import dev.migrate.script.ScriptOrigin;
import dev.migrate.script.Section;

/** Revisions made of operations, one after the other, and runs of them on one database. */
public final class OperationHistory {

    private final List<RevisionScript> scripts = new ArrayList<>();

    private final DataSource database;

    private final RunSettings settings;

    /** Creates an empty history. */
    public OperationHistory(DataSource database, RunSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Adds a revision whose downgrade is the reverse. */
    public void revision(String id, Consumer<Operations> body) {
        List<Operation> upgrade = Operations.record(body);
        revision(id, upgrade, Reversal.of(upgrade));
    }

    /** Adds a revision. */
    public void revision(String id, List<Operation> upgrade, @Nullable List<Operation> downgrade) {
        List<String> parents = scripts.isEmpty()
                ? List.of()
                : List.of(scripts.get(scripts.size() - 1).id());
        scripts.add(new RevisionScript(
                new ScriptHeader(
                        new Revision(id, parents, List.of(), List.of(), id),
                        new ScriptOrigin("revisions." + id, 0, null),
                        ScriptKind.JAVA),
                new ScriptBody(section(upgrade), downgrade == null ? null : section(downgrade), null, "0".repeat(64))));
    }

    private static Section section(List<Operation> operations) {
        return new Section(operations, operations.stream().allMatch(Operation::transactional));
    }

    /** Upgrades. */
    public void upgrade(String target) {
        run(Direction.UPGRADE, target);
    }

    /** Downgrades. */
    public void downgrade(String target) {
        run(Direction.DOWNGRADE, target);
    }

    private void run(Direction direction, String target) {
        try (Session session = Session.open(database, new Dialects(List.of()), settings.books())) {
            new MigrationRunner(ScriptDirectory.of(scripts), settings, new RunListener() {})
                    .run(session, direction, Target.parse(target), WhenAhead.FAIL);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what the database holds beside the books, without orders that no statement can restore. */
    public Schema inspect() {
        try (Connection connection = database.getConnection()) {
            var dialect = new Dialects(List.of()).of(connection);
            String schema = dialect.look(connection, settings.books()).schema();
            return dialect.inspect(connection, List.of(schema))
                    .without(List.of(
                            new ObjectName(schema, "migrate_version"),
                            new ObjectName(schema, "migrate_history"),
                            new ObjectName(schema, "migrate_version_lock")))
                    .unordered();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
