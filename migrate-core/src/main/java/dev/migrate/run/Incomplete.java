package dev.migrate.run;

import java.time.Instant;

import dev.migrate.revision.Direction;

/**
 * A revision whose non-transactional statement was interrupted.
 *
 * @param revision its id
 * @param direction the direction in which it was run
 * @param statement number of the statement, from 1
 * @param statements how many statements the section has, 0 where this build does not know the revision
 * @param startedAt when the statement was started
 */
public record Incomplete(String revision, Direction direction, int statement, int statements, Instant startedAt) {}
