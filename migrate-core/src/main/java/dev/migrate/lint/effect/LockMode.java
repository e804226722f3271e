package dev.migrate.lint.effect;

/** PostgreSQL's locks on tables, from the weakest to the strongest. */
public enum LockMode {
    ACCESS_SHARE("AS"),
    ROW_SHARE("RS"),
    ROW_EXCLUSIVE("RX"),
    SHARE_UPDATE_EXCLUSIVE("SUE"),
    SHARE("S"),
    SHARE_ROW_EXCLUSIVE("SRE"),
    EXCLUSIVE("X"),
    ACCESS_EXCLUSIVE("AX");

    private final String code;

    LockMode(String code) {
        this.code = code;
    }

    /** Returns its letters, such as {@code AX}. */
    public String code() {
        return code;
    }

    /** Returns it as {@code LOCK TABLE} spells it. */
    public String sql() {
        return name().replace('_', ' ');
    }

    /** Tells whether others cannot even read while it is held. */
    public boolean stopsReaders() {
        return this == ACCESS_EXCLUSIVE;
    }

    /** Tells whether others cannot write while it is held. */
    public boolean stopsWriters() {
        return compareTo(SHARE) >= 0;
    }

    /** Returns the stronger of two. */
    public LockMode or(LockMode other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Returns the mode with this name in {@code pg_locks}, such as {@code AccessExclusiveLock}. */
    public static LockMode ofServer(String name) {
        for (LockMode mode : values()) {
            if ((mode.name().replace("_", "") + "LOCK").equalsIgnoreCase(name)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
