package dev.migrate.actuate;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.AdditionalPathsMapper;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;

/** The configured groups with another readiness group. */
final class ReadinessGroups implements HealthEndpointGroups, AdditionalPathsMapper {

    static final String READINESS = "readiness";

    private final HealthEndpointGroups configured;

    private final ReadinessGroup readiness;

    private final Set<String> names;

    ReadinessGroups(HealthEndpointGroups configured, ReadinessGroup readiness) {
        this.configured = configured;
        this.readiness = readiness;
        Set<String> all = new LinkedHashSet<>(configured.getNames());
        all.add(READINESS);
        this.names = Collections.unmodifiableSet(all);
    }

    @Override
    public HealthEndpointGroup getPrimary() {
        return configured.getPrimary();
    }

    @Override
    public Set<String> getNames() {
        return names;
    }

    @Override
    public @Nullable HealthEndpointGroup get(String name) {
        return name.equals(READINESS) ? readiness : configured.get(name);
    }

    @Override
    public @Nullable List<String> getAdditionalPaths(EndpointId endpointId, WebServerNamespace webServerNamespace) {
        return configured instanceof AdditionalPathsMapper mapper
                ? mapper.getAdditionalPaths(endpointId, webServerNamespace)
                : null;
    }
}
