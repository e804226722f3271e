package dev.migrate.test;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.Migrator;
import dev.migrate.backfill.BackfillListener;
import dev.migrate.revision.Target;
import dev.migrate.run.HeldBack;
import dev.migrate.run.RunReport;

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
            report = report.followedBy(migrator.upgrade(target));
        }
        return report;
    }

    private static @Nullable HeldBack first(RunReport report) {
        return report.heldBack().isEmpty() ? null : report.heldBack().get(0);
    }
}
