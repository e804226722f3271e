package dev.migrate.benchmarks;

/** What a tool is asked to do. */
enum Kind {
    /** Apply every revision to an empty database. */
    APPLY("apply"),
    /** Find that there is nothing to do. */
    NOTHING_PENDING("pending"),
    /** Apply every revision to an empty database, in one transaction. */
    ONE_TRANSACTION("single"),
    /** Take back the newest revisions of a database that has ten times as many. */
    ROLL_BACK("rollback"),
    /** Tell the state of every revision. */
    LIST("list"),
    /** Apply every revision to one empty database from eight processes at once. */
    TOGETHER("together");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Tells whether the database is as full afterwards as before, so that it can be used again. */
    boolean onlyReads() {
        return this == NOTHING_PENDING || this == LIST;
    }
}
