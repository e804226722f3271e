package dev.migrate.operation;

import dev.migrate.schema.Replaceable;

/**
 * Operations on views, functions, procedures and triggers, each of which is replaced as a whole.
 *
 * <p>Keep every version as a constant, and a later revision can name the one before:
 *
 * <pre>{@code
 * op.replace(BusyRooms.V2, BusyRooms.V1);
 * }</pre>
 */
interface ObjectOperations extends Recorder {

    /** Creates it. */
    default void create(Replaceable object) {
        add(new CreateObject(object));
    }

    /** Replaces it; the downgrade restores the text before. */
    default void replace(Replaceable to, Replaceable from) {
        add(new ReplaceObject(to, from));
    }

    /** Drops it; the downgrade makes it again. */
    default void drop(Replaceable previous) {
        add(new DropObject(previous));
    }
}
