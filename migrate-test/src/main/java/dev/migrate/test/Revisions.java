package dev.migrate.test;

import dev.migrate.script.RevisionScript;

/** How a message names a revision under test. */
final class Revisions {

    private Revisions() {}

    static String name(RevisionScript script) {
        return script.id() + " (" + script.revision().message() + ")";
    }

    static String nameAndPlace(RevisionScript script) {
        return name(script) + " in " + script.path();
    }
}
