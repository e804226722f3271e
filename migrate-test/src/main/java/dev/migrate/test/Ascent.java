package dev.migrate.test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.Migrator;
import dev.migrate.backfill.BackfillListener;
import dev.migrate.revision.Target;
import dev.migrate.run.HeldBack;
import dev.migrate.run.RunReport;
import dev.migrate.run.StepReport;

/** An upgrade in which nothing is left waiting: the backfills that revisions require are run when it comes to them. */
final class Ascent {

    private final Migrator migrator;

    Ascent(Migrator migrator) {
        this.migrator = migrator;
    }

    RunReport to(Target target) {
        RunReport report = migrator.upgrade(target);
        Set<String> done = new HashSet<>();
        for (HeldBack held = first(report); held != null && done.add(held.backfill()); held = first(report)) {
            migrator.backfills().run(held.backfill(), new BackfillListener() {}, () -> false);
            report = joined(report, migrator.upgrade(target));
        }
        return report;
    }

    private static @Nullable HeldBack first(RunReport report) {
        return report.heldBack().isEmpty() ? null : report.heldBack().get(0);
    }

    private static RunReport joined(RunReport first, RunReport second) {
        List<StepReport> steps = new ArrayList<>(first.steps());
        steps.addAll(second.steps());
        return new RunReport(
                first.direction(),
                first.before(),
                steps,
                second.after(),
                second.applied(),
                second.heldBack(),
                second.ahead());
    }
}
