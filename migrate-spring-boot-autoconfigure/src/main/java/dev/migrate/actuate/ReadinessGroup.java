package dev.migrate.actuate;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;

/** The readiness group, as configured or as Boot has it by default, with the migrations in it. */
final class ReadinessGroup implements HealthEndpointGroup {

    private static final String MIGRATIONS = "migrations";

    private static final String READINESS_STATE = "readinessState";

    private final @Nullable HealthEndpointGroup configured;

    ReadinessGroup(@Nullable HealthEndpointGroup configured) {
        this.configured = configured;
    }

    @Override
    public boolean isMember(String name) {
        // Of several databases, each is asked for by a path.
        boolean ours = name.equals(MIGRATIONS) || name.startsWith(MIGRATIONS + "/");
        return ours || (configured == null ? name.equals(READINESS_STATE) : configured.isMember(name));
    }

    @Override
    public boolean showComponents(SecurityContext securityContext) {
        return configured != null && configured.showComponents(securityContext);
    }

    @Override
    public boolean showDetails(SecurityContext securityContext) {
        return configured != null && configured.showDetails(securityContext);
    }

    @Override
    public StatusAggregator getStatusAggregator() {
        return configured == null ? StatusAggregator.getDefault() : configured.getStatusAggregator();
    }

    @Override
    public HttpCodeStatusMapper getHttpCodeStatusMapper() {
        return configured == null ? HttpCodeStatusMapper.getDefault() : configured.getHttpCodeStatusMapper();
    }

    @Override
    public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
        return configured == null ? null : configured.getAdditionalPath();
    }
}
