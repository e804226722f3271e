package dev.migrate.run;

import org.jspecify.annotations.Nullable;

/** The name of this machine, without asking a name server. */
public final class HostName {

    private HostName() {}

    /** Returns the name that the environment knows, or {@code null}. */
    public static @Nullable String get() {
        String name = System.getenv("HOSTNAME");
        return name != null ? name : System.getenv("COMPUTERNAME");
    }
}
