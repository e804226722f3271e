package dev.migrate.autogenerate;

/** How many revisions a proposal becomes. */
public enum RevisionForm {
    /** One, which does everything at once. */
    AT_ONCE,
    /** Several, none of which stops the running application. */
    ONLINE
}
