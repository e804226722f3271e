package dev.migrate.run;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;

/**
 * What a run did.
 *
 * @param direction up or down
 * @param before the heads that it found
 * @param steps what it carried out, in order; empty if nothing was pending
 * @param after the heads that it left
 * @param applied how many revisions of this build are applied now
 * @param heldBack revisions that were not run because they wait for a backfill
 * @param ahead whether it left the database alone because that is ahead of this build
 */
public record RunReport(
        Direction direction,
        Heads before,
        List<StepReport> steps,
        Heads after,
        int applied,
        List<HeldBack> heldBack,
        boolean ahead) {

    /** Copies the lists. */
    public RunReport {
        steps = List.copyOf(steps);
        heldBack = List.copyOf(heldBack);
    }

    /** Returns the report of both, this one and one that went on where it ended. */
    public RunReport followedBy(RunReport next) {
        List<StepReport> both = new ArrayList<>(steps);
        both.addAll(next.steps);
        return new RunReport(direction, before, both, next.after, next.applied, next.heldBack, next.ahead);
    }

    /** Returns the report of an upgrade that left the database alone. */
    public static RunReport untouched(MigrationStatus status) {
        return new RunReport(
                Direction.UPGRADE,
                status.current(),
                List.of(),
                status.current(),
                status.applied(),
                status.heldBack(),
                status.state() == MigrationState.AHEAD);
    }
}
