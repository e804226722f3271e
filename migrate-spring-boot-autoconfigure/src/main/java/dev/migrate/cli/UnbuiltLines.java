package dev.migrate.cli;

/** Names revisions that people have written and not built. */
final class UnbuiltLines {

    private UnbuiltLines() {}

    /**
     * Prints them beside the result.
     *
     * @param done what the command did with the other revisions, such as {@code run}
     */
    static void print(Session session, String done) {
        session.migrator().unbuilt().forEach(script -> session.err()
                .line("Not in this build, so not " + done + ": " + script.id() + " at " + script.path()));
    }
}
