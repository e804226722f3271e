package dev.migrate.cli;

import java.util.List;

/** The arguments of the application, handed from the run listener to the environment post-processor. */
record RawArguments(List<String> values) {

    RawArguments {
        values = List.copyOf(values);
    }
}
