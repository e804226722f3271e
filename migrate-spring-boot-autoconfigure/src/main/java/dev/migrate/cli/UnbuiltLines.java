package dev.migrate.cli;

/** Names revisions that people have written and not built. */
final class UnbuiltLines {

    private UnbuiltLines() {}

    /** Prints them beside the result. */
    static void print(Session session) {
        session.migrator().unbuilt().forEach(script -> session.err()
                .line("Not in this build, so not run: " + script.id() + " at " + script.path()));
    }
}
