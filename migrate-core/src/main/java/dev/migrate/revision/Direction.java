package dev.migrate.revision;

/** Which of a script's two lists of operations a step runs. */
public enum Direction {
    /** The revision becomes applied. */
    UPGRADE,
    /** The revision stops being applied. */
    DOWNGRADE
}
