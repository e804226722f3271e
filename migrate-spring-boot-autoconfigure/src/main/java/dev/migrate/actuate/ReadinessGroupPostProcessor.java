package dev.migrate.actuate;

import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Makes the health indicator a member of the readiness group, never of liveness.
 *
 * <p>It comes first: Boot's own post-processor creates the probe groups last, and keeps a readiness group that it finds.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ReadinessGroupPostProcessor implements HealthEndpointGroupsPostProcessor {

    private final Probes probes;

    ReadinessGroupPostProcessor(Probes probes) {
        this.probes = probes;
    }

    @Override
    public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
        HealthEndpointGroup configured = groups.get(ReadinessGroups.READINESS);
        if (configured == null && probes == Probes.DISABLED) {
            return groups;
        }
        return new ReadinessGroups(groups, new ReadinessGroup(configured));
    }

    /** Whether Boot provides the groups of the probes by itself. */
    enum Probes {
        ENABLED,
        DISABLED
    }
}
