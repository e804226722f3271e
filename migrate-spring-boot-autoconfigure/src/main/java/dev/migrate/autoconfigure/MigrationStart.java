package dev.migrate.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

import dev.migrate.Migrator;

/** What one start does about every {@link Migrator} of the application. */
final class MigrationStart {

    private final ObjectProvider<Migrator> migrators;

    private final MigrateProperties properties;

    private final Environment environment;

    private final ObjectProvider<SliceMarker> slice;

    MigrationStart(
            ObjectProvider<Migrator> migrators,
            MigrateProperties properties,
            Environment environment,
            ObjectProvider<SliceMarker> slice) {
        this.migrators = migrators;
        this.properties = properties;
        this.environment = environment;
        this.slice = slice;
    }

    /** Returns what the commands begin with that its failures name. */
    CommandWord word() {
        return CommandWord.of(environment);
    }

    MigrateProperties.Phase phase() {
        return properties.phase();
    }

    /** Upgrades the databases or looks at them, see {@link Startup#run()}. */
    void run() {
        migrators.orderedStream().forEach(this::run);
    }

    /** Upgrades one database or looks at it. */
    void run(Migrator migrator) {
        AutoRun autoRun = AutoRun.decide(properties, environment, slice.getIfAvailable() != null);
        new Startup(migrator, properties, autoRun, word()).run();
    }

    /** Ends what {@link #run()} does in another thread, see {@link Migrator#stop()}. */
    void stop() {
        migrators.orderedStream().forEach(Migrator::stop);
    }
}
