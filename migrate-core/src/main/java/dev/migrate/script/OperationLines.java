package dev.migrate.script;

/** Where the operations of an upgrade are written in a source that is not at hand; found out only when somebody asks. */
@FunctionalInterface
public interface OperationLines {

    /** Nobody knows. */
    OperationLines UNKNOWN = operation -> 0;

    /**
     * Returns a line counted from 1, or 0 if it is not known.
     *
     * @param operation which one of the upgrade, counted from 0
     */
    int line(int operation);
}
