package dev.migrate.run;

/**
 * Who runs: written into the history, and shown by the database for the session of a run.
 *
 * @param name the application's name, empty if it has none
 * @param version its version, empty if unknown
 */
public record Application(String name, String version) {}
