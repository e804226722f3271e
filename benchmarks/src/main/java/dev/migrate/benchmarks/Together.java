package dev.migrate.benchmarks;

/**
 * How much longer several processes take than one.
 *
 * @param one a process by itself, its start included
 * @param several at once
 */
record Together(Round.Crowd one, Round.Crowd several) {}
