package dev.migrate.dialect;

import java.util.List;

/**
 * What a database tells of a statement that was, or may have been, interrupted.
 *
 * @param answer how far it came
 * @param about the matter in one line for people, empty if there is nothing to say
 * @param remedy statements that finish it or clean up after it, each to be run outside of a transaction; often none
 * @param details further lines for people, often none
 */
public record Finding(Answer answer, String about, List<String> remedy, List<String> details) {

    /** Copies the lists. */
    public Finding {
        remedy = List.copyOf(remedy);
        details = List.copyOf(details);
    }

    /** Returns an answer about which there is no more to say. */
    public static Finding of(Answer answer) {
        return new Finding(answer, "", List.of(), List.of());
    }

    /** How far a statement came. */
    public enum Answer {
        /** It has taken effect. */
        DONE,
        /** It has not, and there is nothing to clean up. */
        NOT_DONE,
        /** It has left something useless, which the remedy removes; then it may run again. */
        DEBRIS,
        /** It has taken effect in part, and the remedy, not the statement, does the rest. */
        HALF_DONE,
        /** Another session is at it right now. */
        RUNNING,
        /** What the statement would make is there under its name, but is something else. */
        DIFFERENT
    }
}
