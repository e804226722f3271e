package dev.migrate.run;

/** What a person has found out about a revision. */
public enum Resolution {
    /** The interrupted statement has taken effect. */
    APPLIED,
    /** The interrupted statement has not taken effect, and nothing of it is left behind. */
    NOT_APPLIED,
    /** The script of an applied revision was changed on purpose. */
    ACCEPT_CHECKSUM
}
