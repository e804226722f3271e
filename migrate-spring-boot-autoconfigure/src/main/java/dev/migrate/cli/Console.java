package dev.migrate.cli;

import java.io.BufferedReader;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Where a command's words go.
 *
 * @param out the result and nothing else
 * @param err progress, warnings, failures
 * @param in what a person types, or {@code null} where nobody sits at a terminal
 * @param exit ends the process with a code
 */
record Console(Channel out, Channel err, @Nullable BufferedReader in, IntConsumer exit) {

    /** Returns the same for an application whose commands begin with another word. */
    Console inTheWordsOf(Invocation invocation) {
        return new Console(out.inTheWordsOf(invocation), err.inTheWordsOf(invocation), in, exit);
    }
}
