package dev.migrate.autogenerate;

import dev.migrate.error.MigrateException;

/** An application that has no model was asked to compare its database with it. */
public final class NoModelException extends MigrateException {

    /**
     * Creates the failure.
     *
     * @param hint how to give it one
     */
    public NoModelException(String hint) {
        super("There is no model to compare the database with", hint);
    }
}
