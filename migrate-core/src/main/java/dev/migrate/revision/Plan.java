package dev.migrate.revision;

import java.util.List;

/**
 * The steps from one set of heads to another, in the order in which they run.
 *
 * @param from what the version table holds before the first step
 */
public record Plan(Heads from, List<Step> steps) {

    /** Copies the list. */
    public Plan {
        steps = List.copyOf(steps);
    }

    /** Returns what the version table holds after the last step. */
    public Heads to() {
        return steps.isEmpty() ? from : steps.get(steps.size() - 1).after();
    }

    /** Tells whether there is nothing to run. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
