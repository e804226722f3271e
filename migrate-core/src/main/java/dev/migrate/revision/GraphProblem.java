package dev.migrate.revision;

/**
 * One reason why a set of revisions is no graph.
 *
 * @param revision id of the revision whose script has to change; of several, the first in load order
 * @param message one line that says what is wrong
 * @param hint what to do about it
 */
public record GraphProblem(String revision, String message, String hint) {}
