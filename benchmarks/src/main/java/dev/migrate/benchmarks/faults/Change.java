package dev.migrate.benchmarks.faults;

import java.util.List;

/**
 * What one revision does, in words that every tool understands.
 *
 * @param number from 1
 * @param parents numbers of the revisions that it follows; tools without a graph ignore them
 * @param kind what sort of work it is
 * @param statements the work
 * @param undone what brings the database back to where the change can be made again, for whoever clears up by hand
 */
record Change(int number, List<Integer> parents, Kind kind, List<String> statements, List<String> undone) {

    /** Returns the name by which the change leaves its row. */
    String name() {
        return "r%05d".formatted(number);
    }

    /** What sort of work a revision does. */
    enum Kind {
        /** Fits into a transaction, and leaves a row whenever it takes effect. */
        TRANSACTIONAL,
        /** Is refused in a transaction. */
        CONCURRENT_INDEX,
        /** Could run in a transaction, but is asked not to; leaves a row. */
        OUTSIDE
    }
}
