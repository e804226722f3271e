package dev.migrate.run;

import org.jspecify.annotations.Nullable;

/** The name of this machine, without asking a name server. */
final class HostName {

    private HostName() {}

    static @Nullable String get() {
        String name = System.getenv("HOSTNAME");
        return name != null ? name : System.getenv("COMPUTERNAME");
    }
}
