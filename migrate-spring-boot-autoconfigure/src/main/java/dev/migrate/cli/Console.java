package dev.migrate.cli;

import java.util.function.IntConsumer;

/**
 * Where a command's words go.
 *
 * @param out the result and nothing else
 * @param err progress, warnings, failures
 * @param exit ends the process with a code
 */
record Console(Channel out, Channel err, IntConsumer exit) {}
