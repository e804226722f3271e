package dev.migrate.revision;

/**
 * One revision in one direction.
 *
 * @param before what the version table holds before the step
 * @param after what it holds after the step
 */
public record Step(Revision revision, Direction direction, Heads before, Heads after) {}
