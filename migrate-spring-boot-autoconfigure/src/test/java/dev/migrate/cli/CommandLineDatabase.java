package dev.migrate.cli;

/** An empty database for one test, and what tests of the command line want to know of it. */
final class CommandLineDatabase {
}
