package dev.migrate.script;

/** What a revision script is written in. */
public enum ScriptKind {
    /** A {@code .sql} file. */
    SQL,
    /** A Java class. */
    JAVA
}
