package dev.migrate.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.context.ApplicationContext;

import dev.migrate.Migrator;
import dev.migrate.actuate.MigrationsDescriptor.ContextDescriptor;
import dev.migrate.actuate.MigrationsDescriptor.MigratorDescriptor;
import dev.migrate.actuate.MigrationsDescriptor.RevisionDescriptor;
import dev.migrate.backfill.BackfillStatus;
import dev.migrate.error.MigrateException;

/** Shows where the databases of the application stand; it reads only, never locks, and shows neither SQL nor URLs. */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public final class MigrationsEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationsEndpoint.class);

    private final ApplicationContext context;

    MigrationsEndpoint(ApplicationContext context) {
        this.context = context;
    }

    /** Returns every {@link Migrator} of the application, by context and bean name. */
    @ReadOperation
    public MigrationsDescriptor migrations() {
        Map<String, ContextDescriptor> contexts = new LinkedHashMap<>();
        for (ApplicationContext each = context; each != null; each = each.getParent()) {
            Map<String, MigratorDescriptor> migrators = new LinkedHashMap<>();
            each.getBeansOfType(Migrator.class).forEach((name, migrator) -> migrators.put(name, describe(migrator)));
            ApplicationContext parent = each.getParent();
            contexts.put(
                    String.valueOf(each.getId()),
                    new ContextDescriptor(parent == null ? null : parent.getId(), migrators));
        }
        return new MigrationsDescriptor(contexts);
    }

    /**
     * Returns one revision, or {@code null} if no {@link Migrator} has it.
     *
     * @param revision the full id
     */
    @ReadOperation
    public @Nullable RevisionDescriptor migration(@Selector String revision) {
        for (ContextDescriptor each : migrations().contexts().values()) {
            for (MigratorDescriptor migrator : each.migrators().values()) {
                for (RevisionDescriptor found : migrator.revisions()) {
                    if (found.revision().equals(revision)) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private static MigratorDescriptor describe(Migrator migrator) {
        try {
            return MigratorDescriptor.of(migrator.overview(), backfills(migrator));
        } catch (MigrateException e) {
            LOG.warn("migrate: the state of the database cannot be read: {}", e.getMessage());
            return MigratorDescriptor.unreadable();
        }
    }

    /** The database is not asked where none is defined; one on which they cannot run has none. */
    private static List<BackfillStatus> backfills(Migrator migrator) {
        try {
            return migrator.backfills().definitions().isEmpty()
                    ? List.of()
                    : migrator.backfills().list();
        } catch (MigrateException e) {
            LOG.debug("migrate: there is nothing to tell of backfills", e);
            return List.of();
        }
    }
}
