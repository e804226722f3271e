package dev.migrate.backfill;

import java.util.function.BooleanSupplier;

/** Waits in small pieces, and knows when to stop. */
final class Pauses {

    private static final long PIECE = 200;

    private final BooleanSupplier stop;

    private boolean interrupted;

    Pauses(BooleanSupplier stop) {
        this.stop = stop;
    }

    boolean isOver() {
        return interrupted || stop.getAsBoolean();
    }

    void rest(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        try {
            while (!isOver() && System.nanoTime() < end) {
                Thread.sleep(Math.max(1, Math.min(PIECE, (end - System.nanoTime()) / 1_000_000)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupted = true;
        }
    }
}
