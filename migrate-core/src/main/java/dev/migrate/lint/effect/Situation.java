package dev.migrate.lint.effect;

/**
 * Where a statement runs.
 *
 * @param world what is there before it
 * @param version the major version of the server
 * @param transaction whether it runs in a transaction
 */
public record Situation(World world, int version, boolean transaction) {}
