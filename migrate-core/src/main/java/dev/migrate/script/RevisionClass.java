package dev.migrate.script;

import java.util.function.Supplier;

/**
 * A class that was found to be a revision, and a way to an instance of it.
 *
 * @param type the class; whether it is a revision at all is checked when it is loaded
 * @param instance makes or finds the instance; what it throws is reported as a problem of the class
 */
public record RevisionClass(Class<?> type, Supplier<?> instance) {

    /** Returns the class of a revision that is at hand. */
    public static RevisionClass of(JavaRevision revision) {
        return new RevisionClass(revision.getClass(), () -> revision);
    }
}
