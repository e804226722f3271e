package dev.migrate.cli;

import dev.migrate.script.RevisionScript;

/** Tells about a revision that was just written. */
final class WrittenRevision {

    private WrittenRevision() {}

    /** Prints the file as the result, so that {@code vi $(… migrate revision -m …)} works, and the rest beside it. */
    static void print(Session session, RevisionScript script) {
        String parents = RevisionLines.parents(script.revision().revises());
        session.err().line("Created revision " + script.id() + ", which revises " + parents + ".");
        session.out().line(script.file() == null ? script.path() : script.file().toString());
    }
}
