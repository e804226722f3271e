package dev.migrate.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptKind;
import dev.migrate.script.Section;

/** Says where a step failed, what it left behind, and what to do. */
final class StepFailures {

    private final ScriptDirectory scripts;

    private final Dialect dialect;

    private final RunSettings settings;

    private final StepStatements statements;

    StepFailures(ScriptDirectory scripts, Dialect dialect, RunSettings settings, StepStatements statements) {
        this.scripts = scripts;
        this.dialect = dialect;
        this.settings = settings;
        this.statements = statements;
    }

    StatementFailedException tell(Attempt attempt, SQLException cause, DatabaseFailure failure) {
        Step step = attempt.step();
        RevisionScript script = scripts.script(step.revision().id());
        Section section = StepStatements.section(script, step.direction());
        FailedPart failed =
                cause instanceof FailedPart part && part.part().place().operation() > 0 ? part : null;
        List<String> details = new ArrayList<>();
        details.add("at " + script.path() + (failed == null ? "" : place(script, section, failed.part(), failure)));
        attempt.blockers().forEach(blocker -> details.add("It waited for " + blocker.describe() + "."));
        details.add(left(step, attempt.plan(), section, cause, failure));
        return new StatementFailedException(step, failure, details, hint(step, failed, failure), cause);
    }

    private static String place(RevisionScript script, Section section, RunPart part, DatabaseFailure failure) {
        if (script.kind() == ScriptKind.JAVA) {
            return ", " + operation(section, part);
        }
        String line = part instanceof SqlStatement statement ? ":" + line(statement, failure.position()) : "";
        return line + ", statement " + part.place().number() + " of "
                + section.operations().size();
    }

    /** Returns the operation that a part belongs to, by its place and in a few words. */
    static String operation(Section section, RunPart part) {
        int place = part.place().operation();
        String what = part instanceof SqlOnSight sight
                ? sight.wording().what()
                : section.operations().get(place - 1).describe();
        return "operation " + place + " of " + section.operations().size() + ": " + what;
    }

    private String hint(Step step, @Nullable FailedPart failed, DatabaseFailure failure) {
        if (failed != null && failed.hasEndedTransaction()) {
            return "Set right by hand what the revision did, and leave commit and rollback out of its code.";
        }
        if (failure.kind() == DatabaseFailure.Kind.DISCONNECTED) {
            return "Look with `migrate status`, then run again. If it is lost after the same time again, something between cuts what"
                    + " is idle: set migrate.url to the server itself.";
        }
        // SQLSTATE class 23, integrity constraint violation; which rows they are would be told by what is in them.
        String what = failure.sqlState().startsWith("23")
                ? "Rows do not allow it. Correct them, or the script,"
                : "Correct the script";
        String again = what + " and run `migrate " + step.direction().name().toLowerCase(Locale.ROOT) + "` again.";
        if (failed != null && failed.getCause() instanceof MigrateException told) {
            return told.hint() == null ? again : told.hint();
        }
        String hint = failure.hint() == null ? "" : dialect.name() + ": " + failure.hint() + " ";
        String advice = dialect.adviceFor(failure);
        return hint + (advice == null ? again : advice);
    }

    private String left(Step step, Plan plan, Section section, SQLException cause, DatabaseFailure failure) {
        String id = step.revision().id();
        boolean single = settings.transaction() == TransactionMode.SINGLE;
        String at = " the database is at " + (single ? plan.from() : step.before()) + ".";
        if (failure.kind() == DatabaseFailure.Kind.DISCONNECTED) {
            return "The connection was lost; whether revision " + id + " was committed is not known here.";
        }
        String done = step.direction() == Direction.UPGRADE ? "applied" : "reverted";
        if (cause instanceof FailedPart failed && failed.hasEndedTransaction()) {
            return "What revision " + id + " did up to there may be committed, but it does not count as " + done + ";"
                    + at;
        }
        if (statements.together(section)) {
            return "Nothing of " + (single ? "this run" : "revision " + id) + " was " + done + ";" + at;
        }
        int number = StepStatements.number(cause);
        if (cause instanceof FailedPart failed
                && StepStatements.isRecord(failed.part())
                && number > statements.count(step)) {
            return "Every statement of revision " + id
                    + " took effect, but that could not be written down; the next run does" + " only that.";
        }
        return number <= 1
                ? "No statement of revision " + id + " was completed;" + at
                : "The first " + (number - 1) + " statements of revision " + id + " took effect, and the next run goes"
                        + " on with statement " + number + ";" + at;
    }

    private static int line(SqlStatement statement, int position) {
        int line = statement.place().line();
        for (int i = 0; i < Math.min(position - 1, statement.sql().length()); i++) {
            if (statement.sql().charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /**
     * A step that was tried.
     *
     * @param step the step
     * @param plan what it is a part of
     * @param blockers for whom it was seen to wait
     */
    record Attempt(Step step, Plan plan, List<BlockingSession> blockers) {}
}
