package dev.migrate.run;

import java.util.List;

import dev.migrate.error.MigrateException;

/** The server cannot be reached, or was lost; the same may work in a while. */
public final class UnreachableException extends MigrateException {

    UnreachableException(String message, String hint, Throwable cause) {
        super(message, List.of(), hint, cause);
    }
}
