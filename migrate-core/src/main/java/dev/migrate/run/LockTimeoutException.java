package dev.migrate.run;

import dev.migrate.error.MigrateException;

/** Another run held the lock, and nothing in it moved for as long as this one was willing to wait. */
public final class LockTimeoutException extends MigrateException {

    LockTimeoutException(String message, String hint) {
        super(message, hint);
    }
}
