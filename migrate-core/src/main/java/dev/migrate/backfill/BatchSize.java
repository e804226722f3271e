package dev.migrate.backfill;

import java.time.Duration;

/** Steers how many rows a batch has so that it takes as long as it should, and knows the rate at which that goes. */
final class BatchSize {

    private static final int FIRST = 1000;

    private static final double GROWTH = 1.5;

    /** Weight of the newest batch in the rate. */
    private static final double NEWEST = 0.3;

    private final BackfillSettings settings;

    private int rows;

    private double rate;

    /** Begins with the size that other batches have come to, 0 without any. */
    BatchSize(BackfillSettings settings, int known) {
        this.settings = settings;
        this.rows = clamp(known == 0 ? FIRST : known);
    }

    int rows() {
        return rows;
    }

    /** Returns rows a second. */
    double rate() {
        return rate;
    }

    /** Takes in what a batch has taken, without the pause after it. */
    void took(long processed, Duration duration) {
        double seconds = Math.max(1, duration.toNanos()) / 1e9 * (1 + settings.rest());
        double now = processed / seconds;
        rate = rate == 0 ? now : NEWEST * now + (1 - NEWEST) * rate;
        long millis = duration.toMillis();
        long target = settings.batchTime().toMillis();
        if (millis > target) {
            halve();
        } else if (processed >= rows && millis * GROWTH <= target) {
            rows = clamp((int) Math.min(Integer.MAX_VALUE, Math.ceil(rows * GROWTH)));
        }
    }

    /** Takes in that a batch did not get through. */
    void halve() {
        rows = clamp(rows / 2);
    }

    private int clamp(int wanted) {
        return Math.max(settings.smallest(), Math.min(settings.largest(), wanted));
    }
}
