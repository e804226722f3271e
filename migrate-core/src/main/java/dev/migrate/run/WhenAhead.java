package dev.migrate.run;

/** What an upgrade does where the database has everything that this build knows, and more. */
public enum WhenAhead {
    /** Nothing, and reports so: the newer build that migrated the database is being rolled out. */
    ALLOW,
    /** Refuses. */
    FAIL
}
