package dev.migrate.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Revision;
import dev.migrate.revision.Step;

/** Spells the steps of a plan, the durations one below the other. */
final class StepLines {

    private static final int LONGEST = 120;

    private final int width;

    StepLines(Plan plan) {
        width = plan.steps().stream()
                .mapToInt(step -> label(step).length())
                .filter(length -> length <= LONGEST)
                .max()
                .orElse(0);
    }

    static String label(Step step) {
        return "Running " + word(step.direction()) + " " + route(step);
    }

    static String word(Direction direction) {
        return direction == Direction.UPGRADE ? "upgrade" : "downgrade";
    }

    /** Returns where the step comes from and where it goes, as in {@code a -> b, message}. */
    static String route(Step step) {
        Revision revision = step.revision();
        String parents = RevisionLines.parents(revision.revises());
        return step.direction() == Direction.UPGRADE
                ? parents + " -> " + revision.id() + ", " + revision.message()
                : revision.id() + " -> " + parents + ", " + revision.message();
    }

    /** Returns what belongs behind a label, so that it becomes a whole line. */
    String behind(String label, Duration duration) {
        String space = " ".repeat(Math.max(0, width - label.length()));
        return space + String.format(Locale.ROOT, "%13s", Durations.text(duration));
    }

    /** Returns the steps as a dry run tells them. */
    static List<String> planned(Plan plan) {
        return plan.steps().stream()
                .map(step -> "Would run " + word(step.direction()) + " " + route(step))
                .toList();
    }
}
