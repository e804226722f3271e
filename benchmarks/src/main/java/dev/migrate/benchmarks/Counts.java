package dev.migrate.benchmarks;

/**
 * What a tool says to the server, counted once.
 *
 * @param pending with nothing to do
 * @param few while it applies 10 revisions
 * @param many while it applies 100
 */
record Counts(Traffic pending, Traffic few, Traffic many) {

    double roundTripsEach() {
        return (many.roundTrips() - few.roundTrips()) / 90.0;
    }

    double flushesEach() {
        return (many.flushes() - few.flushes()) / 90.0;
    }
}
