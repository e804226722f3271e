package dev.migrate.autoconfigure;

import java.util.stream.Collectors;

import dev.migrate.error.Spelling;
import dev.migrate.run.Incomplete;
import dev.migrate.run.MigrationStatus;

/** Spells the state of a database for people. */
final class StateText {

    private StateText() {}

    /** Returns one clause. */
    static String of(MigrationStatus status) {
        String heads = String.join(", ", status.heads());
        return switch (status.state()) {
            case UP_TO_DATE -> "the database is up to date at " + status.current();
            case AHEAD -> "the database is ahead of this build: it holds " + unknown(status);
            case BEHIND ->
                "the database is behind by "
                        + Spelling.count(status.pending().size(), "revision") + ", at " + status.current() + " of "
                        + heads
                        + (status.heldBack().isEmpty()
                                ? ""
                                : "; " + status.heldBack().get(0).message());
            case RUNNING ->
                (status.holder() == null ? "another process" : status.holder().describe())
                        + " is migrating the database, which is at " + status.current() + " of " + heads;
            case DIVERGED ->
                "the database and this build have diverged: it holds " + unknown(status)
                        + ", which this build does not know, and lacks "
                        + Spelling.count(status.pending().size(), "revision");
            case INCOMPLETE -> "revision " + incomplete(status) + " was started and not finished";
        };
    }

    /** Returns one sentence that says what to do. */
    static String hint(MigrationStatus status) {
        return switch (status.state()) {
            case UP_TO_DATE -> "Nothing is to be done.";
            case AHEAD -> "Deploy a build that knows these revisions.";
            case BEHIND ->
                status.awaitsOnlyBackfills()
                        ? status.heldBack().get(0).hint()
                        : "Run `migrate upgrade` first, or set migrate.auto-run=true.";
            case RUNNING -> "Wait until the other process is done.";
            case DIVERGED -> "Deploy a build that has both histories, after `migrate merge`.";
            case INCOMPLETE -> "Look at the database, then run `migrate resolve REV --applied` or `--not-applied`.";
        };
    }

    private static String unknown(MigrationStatus status) {
        return String.join(", ", status.unknown());
    }

    private static String incomplete(MigrationStatus status) {
        return status.incomplete().stream().map(Incomplete::revision).collect(Collectors.joining(", "));
    }
}
