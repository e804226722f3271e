package dev.migrate.cli;

import java.util.stream.Collectors;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Plan;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;
import dev.migrate.run.HeldBack;
import dev.migrate.run.RunReport;

/** What upgrade and downgrade have in common. */
final class Runs {

    private final Session session;

    private final RunOptions options;

    Runs(Session session, RunOptions options) {
        this.session = session;
        this.options = options;
    }

    int run(Direction direction, String text) {
        options.check();
        Target target = Target.parse(text);
        if (options.sql) {
            Heads from = session.heads(options.from);
            SqlResult.print(session, out -> session.migrator().printRun(direction, target, from, out));
        } else if (options.dryRun) {
            printPlan(direction, session.migrator().plan(direction, target));
            UnbuiltLines.print(session, "run");
        } else if (direction == Direction.UPGRADE) {
            RunReport report = session.migrator().upgrade(target);
            printReport(report);
            UnbuiltLines.print(session, "run");
            if (!report.heldBack().isEmpty()) {
                report.heldBack().forEach(this::printHeldBack);
                return ExitCode.CHECK_FAILED;
            }
        } else {
            printReport(session.migrator().downgrade(target));
        }
        return ExitCode.DONE;
    }

    private void printPlan(Direction direction, Plan plan) {
        if (options.json) {
            Json.write(session.out(), Json.plan(direction.name(), plan));
            return;
        }
        StepLines.planned(plan).forEach(session.out()::line);
        session.out().line(plan.isEmpty() ? nothingToDo(plan.from()) : "Would be at " + place(plan.to()) + ".");
    }

    private void printReport(RunReport report) {
        if (options.json) {
            Json.write(session.out(), Json.report(report));
        } else if (report.steps().isEmpty()) {
            session.out().line(nothingToDo(report.after()));
        } else {
            session.out().line("Now at " + place(report.after()) + ".");
        }
    }

    private void printHeldBack(HeldBack held) {
        Channel err = session.err();
        err.line(err.paint(Colour.ATTENTION, "HELD BACK:") + " " + held.message() + ".");
        err.advice("  Hint: " + held.hint());
    }

    private String nothingToDo(Heads heads) {
        return "Nothing to do: at " + place(heads) + ".";
    }

    private String place(Heads heads) {
        RevisionGraph graph = session.graph();
        return heads.isEmpty()
                ? heads.toString()
                : heads.ids().stream()
                        .map(id -> graph.contains(id) && graph.isHead(id) ? id + " (head)" : id)
                        .collect(Collectors.joining(", "));
    }
}
