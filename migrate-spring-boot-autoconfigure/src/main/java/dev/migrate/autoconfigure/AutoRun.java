package dev.migrate.autoconfigure;

import java.util.Arrays;
import java.util.List;

import org.springframework.core.SpringProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Whether this start upgrades the database.
 *
 * @param on whether it does
 * @param reason why, for the log
 */
record AutoRun(boolean on, String reason) {

    private static final String ON_REFRESH = "onRefresh";

    /**
     * Decides while the application starts, and never earlier: one image serves every environment.
     *
     * @param slice whether this is a test of the database layer
     */
    static AutoRun decide(MigrateProperties properties, Environment environment, boolean slice) {
        Boolean configured = properties.autoRun();
        if (configured != null) {
            return new AutoRun(configured, "migrate.auto-run=" + configured);
        }
        if (slice) {
            return new AutoRun(true, "this is a test of the database layer");
        }
        List<String> profiles = properties.autoRunProfiles().stream()
                .filter(profile -> environment.acceptsProfiles(Profiles.of(profile)))
                .toList();
        if (!profiles.isEmpty()) {
            return new AutoRun(true, "profile " + String.join(", ", profiles) + " is active");
        }
        return new AutoRun(
                false,
                "migrate.auto-run is not set and no profile of " + String.join(", ", properties.autoRunProfiles())
                        + " is active");
    }

    /** Tells whether the context is only refreshed to record it, for an AOT cache or a checkpoint. */
    static boolean isTraining() {
        return Arrays.stream(new String[] {"spring.context.exit", "spring.context.checkpoint"})
                .anyMatch(name -> ON_REFRESH.equalsIgnoreCase(SpringProperties.getProperty(name)));
    }

    /** Returns one clause for a line in the log. */
    @Override
    public String toString() {
        return "auto-run is " + (on ? "on" : "off") + ": " + reason;
    }
}
