package dev.migrate.lint.rule;

/**
 * From which number of rows on things matter, where a database is there to be asked.
 *
 * @param smallTable a table with fewer rows is locked, scanned and written anew in no time
 * @param bigUpdate so many rows are not changed in one statement
 * @param wideTable so many columns are too many
 */
public record Thresholds(long smallTable, long bigUpdate, int wideTable) {

    /** Returns what holds unless something else is said. */
    public static Thresholds usual() {
        return new Thresholds(1_000, 10_000, 50);
    }
}
