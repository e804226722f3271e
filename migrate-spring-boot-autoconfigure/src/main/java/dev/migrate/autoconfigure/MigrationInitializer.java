package dev.migrate.autoconfigure;

import org.springframework.beans.factory.InitializingBean;

import dev.migrate.autoconfigure.MigrateProperties.Phase;

/** Looks at the database, and upgrades it if that is wanted, before any bean that needs the schema. */
final class MigrationInitializer implements InitializingBean {

    private final MigrationStart start;

    MigrationInitializer(MigrationStart start) {
        this.start = start;
    }

    @Override
    public void afterPropertiesSet() {
        if (start.phase() == Phase.INITIALIZE) {
            start.run();
        }
    }
}
