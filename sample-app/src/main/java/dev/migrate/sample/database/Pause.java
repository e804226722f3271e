package dev.migrate.sample.database;

import java.io.IOException;
import java.io.InterruptedIOException;

/** The wait between two looks at something that another process is about to do. */
final class Pause {

    private Pause() {}

    static void brief() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the embedded PostgreSQL");
        }
    }
}
