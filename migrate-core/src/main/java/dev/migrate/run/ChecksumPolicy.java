package dev.migrate.run;

/** What to do about an applied revision whose script has changed since. */
public enum ChecksumPolicy {
    /** Refuse to run anything. */
    FAIL,
    /** Say so and go on. */
    WARN,
    /** Go on. */
    IGNORE
}
