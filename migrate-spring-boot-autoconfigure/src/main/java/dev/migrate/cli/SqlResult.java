package dev.migrate.cli;

import java.util.function.Consumer;

/** SQL text as the result of a command: all of it or, after a failure, nothing. */
final class SqlResult {

    private SqlResult() {}

    static void print(Session session, Consumer<Appendable> writer) {
        StringBuilder text = new StringBuilder();
        writer.accept(text);
        session.out().exact(text.toString());
    }
}
