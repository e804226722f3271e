package dev.migrate.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Planner;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptKind;
import dev.migrate.script.Section;

/** Everything that can be refused before anything is touched. */
final class Preflight {

    /** So much of a statement is enough to recognize it by. */
    private static final int LONGEST = 100;

    private final ScriptDirectory scripts;

    private final RunSettings settings;

    private final RunListener listener;

    Preflight(ScriptDirectory scripts, RunSettings settings, RunListener listener) {
        this.scripts = scripts;
        this.settings = settings;
        this.listener = listener;
    }

    /** Returns the plan from where the database stands, if it may be carried out. */
    Plan plan(MigrationStatus status, Direction direction, Target target, Session session) throws SQLException {
        checkUnchanged(status.modified());
        Planner planner = new Planner(scripts.graph());
        Plan plan = direction == Direction.UPGRADE
                ? planner.upgrade(status.current(), target)
                : planner.downgrade(status.current(), target);
        checkReversible(plan);
        checkTransactions(plan, session.dialect());
        checkSupported(plan, session.dialect());
        if (direction == Direction.UPGRADE && !plan.isEmpty()) {
            checkWidth(plan, session.versionWidth());
        }
        return plan;
    }

    /** Refuses while a statement was interrupted whose effect nobody knows, or which this run would not take up. */
    void checkComplete(MigrationStatus status, Plan plan, Dialect dialect) {
        for (Incomplete open : status.interrupted()) {
            checkTakenUp(open, plan, dialect);
        }
        if (status.incomplete().isEmpty()) {
            return;
        }
        List<String> details = new ArrayList<>();
        for (Incomplete open : status.incomplete()) {
            details.add("Statement " + open.statement() + (open.statements() == 0 ? "" : " of " + open.statements())
                    + " of revision " + open.revision() + " was started at " + open.startedAt()
                    + " outside a transaction and never confirmed.");
            String place = place(open, dialect);
            if (place != null) {
                details.add(place);
            }
        }
        String id = status.incomplete().get(0).revision();
        throw new MigrateException(
                "The database is INCOMPLETE: a statement was interrupted and may or may not have taken effect",
                details,
                "Look at the database. If the statement took effect: `migrate resolve " + id + " --applied`. If not,"
                        + " remove what it left: `migrate resolve " + id + " --not-applied`. Then run again.",
                null);
    }

    private void checkTakenUp(Incomplete open, Plan plan, Dialect dialect) {
        boolean takenUp = plan.steps().stream()
                .anyMatch(step -> step.revision().id().equals(open.revision()) && step.direction() == open.direction());
        if (takenUp) {
            return;
        }
        String place = place(open, dialect);
        String id = open.revision();
        String again = open.direction() == Direction.UPGRADE ? "upgrade " + id : "downgrade " + id + "-1";
        throw new MigrateException(
                "Revision " + id + " was interrupted on its way "
                        + (open.direction() == Direction.UPGRADE ? "up" : "down")
                        + ", and this run would leave it like that",
                place == null ? List.of() : List.of(place),
                "First run `migrate " + again + "`, which goes on where it stopped.",
                null);
    }

    private @Nullable String place(Incomplete open, Dialect dialect) {
        // Nothing is known of a revision of another build.
        if (open.statement() < 1 || open.statement() > open.statements()) {
            return null;
        }
        RevisionScript script = scripts.script(open.revision());
        Section section = StepStatements.section(script, open.direction());
        RunPart part = SectionParts.of(script, section, dialect).get(open.statement() - 1);
        return script.kind() == ScriptKind.SQL && part instanceof SqlStatement statement
                ? "at " + script.path() + ":" + part.place().line() + ": " + beginning(statement.sql())
                : "at " + script.path() + ", " + StepFailures.operation(section, part);
    }

    private static String beginning(String sql) {
        String line = sql.lines().findFirst().orElse("").strip();
        boolean whole = line.length() == sql.strip().length() && line.length() <= LONGEST;
        return whole ? line : line.substring(0, Math.min(line.length(), LONGEST)) + " …";
    }

    private void checkUnchanged(List<String> modified) {
        if (modified.isEmpty() || settings.checksumMismatch() == ChecksumPolicy.IGNORE) {
            return;
        }
        List<String> details = modified.stream()
                .map(id -> id + " at " + scripts.script(id).path())
                .toList();
        if (settings.checksumMismatch() == ChecksumPolicy.WARN) {
            listener.warning("Applied revisions have changed since: " + String.join(", ", details));
            return;
        }
        throw new MigrateException(
                "The scripts of applied revisions have changed since they were applied",
                details,
                "Restore them and put the change into a new revision; or, if the change is meant, `migrate resolve "
                        + modified.get(0) + " --accept-checksum`.",
                null);
    }

    private void checkReversible(Plan plan) {
        List<String> details = new ArrayList<>();
        String first = "";
        for (Step step : plan.steps()) {
            RevisionScript script = scripts.script(step.revision().id());
            if (step.direction() == Direction.DOWNGRADE && script.downgrade() == null) {
                String why = script.irreversible();
                first = first.isEmpty() ? script.id() : first;
                details.add(script.id() + " (" + script.revision().message() + ") "
                        + (why == null ? "has no downgrade" : "is irreversible: " + why));
            }
        }
        if (!details.isEmpty()) {
            throw new MigrateException(
                    "This downgrade would pass a revision that cannot be taken back",
                    details,
                    "Nothing was touched. Name " + first + " or a target above it, or restore a backup.",
                    null);
        }
    }

    private void checkTransactions(Plan plan, Dialect dialect) {
        if (settings.transaction() != TransactionMode.SINGLE) {
            return;
        }
        if (!dialect.transactionalDdl()) {
            throw new MigrateException(
                    dialect.name() + " commits with every change of the schema, so a run is never one transaction",
                    "Set migrate.transaction=per-revision.");
        }
        List<String> details = plan.steps().stream()
                .map(step -> Map.entry(step, scripts.script(step.revision().id())))
                .filter(entry -> !StepStatements.section(
                                entry.getValue(), entry.getKey().direction())
                        .transactional())
                .map(entry -> entry.getValue().id() + " at " + entry.getValue().path())
                .toList();
        if (!details.isEmpty()) {
            throw new MigrateException(
                    "These revisions cannot run inside the one transaction that migrate.transaction=single asks for",
                    details,
                    "Set migrate.transaction=per-revision for this run.",
                    null);
        }
    }

    private void checkSupported(Plan plan, Dialect dialect) {
        List<String> details = new ArrayList<>();
        for (Step step : plan.steps()) {
            RevisionScript script = scripts.script(step.revision().id());
            if (script.kind() == ScriptKind.JAVA) {
                Section section = StepStatements.section(script, step.direction());
                for (Operation operation : section.operations()) {
                    String why = dialect.unsupported(operation);
                    if (why != null) {
                        details.add("at " + script.path() + ": " + operation.describe() + ": " + why);
                    }
                }
            }
        }
        if (!details.isEmpty()) {
            throw new MigrateException(
                    dialect.name() + " cannot carry out every operation of this " + word(plan),
                    details,
                    "Nothing was touched. Write the operations differently, or with op.execute(…) in the words of this"
                            + " database.",
                    null);
        }
    }

    private static String word(Plan plan) {
        return plan.steps().get(0).direction().name().toLowerCase(Locale.ROOT);
    }

    private static void checkWidth(Plan plan, int width) {
        for (Step step : plan.steps()) {
            if (step.revision().id().length() > width) {
                throw new MigrateException(
                        "The id " + step.revision().id() + " does not fit into the version table, whose column holds "
                                + width + " characters",
                        "Widen it: ALTER TABLE … ALTER COLUMN version_num TYPE varchar(255).");
            }
        }
    }
}
