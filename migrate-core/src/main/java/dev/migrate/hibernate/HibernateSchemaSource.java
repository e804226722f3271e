package dev.migrate.hibernate;

import java.util.List;

import org.hibernate.HibernateException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;

import dev.migrate.error.MigrateException;
import dev.migrate.schema.Detail;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaSource;

/** The schema that Hibernate would make for an entity model. */
public final class HibernateSchemaSource implements SchemaSource {

    private final EntityModel model;

    private final ClassLoader classLoader;

    /**
     * Reads a model that is not running.
     *
     * @param classLoader knows the entities
     */
    public HibernateSchemaSource(EntityModel model, ClassLoader classLoader) {
        this.model = model;
        this.classLoader = classLoader;
    }

    /**
     * Returns the schema of a model that Hibernate has built already.
     *
     * @param metadata as an integrator gets it
     */
    public static Schema of(Metadata metadata) {
        return new MetadataReader(metadata).read();
    }

    @Override
    public Detail detail() {
        return Detail.ENTITIES;
    }

    @Override
    public Schema read() {
        BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoader(classLoader)
                .build();
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(bootstrap)
                .applySettings(model.offlineSettings())
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            model.classes().forEach(sources::addAnnotatedClassName);
            model.packages().forEach(sources::addPackage);
            model.mappingFiles().forEach(sources::addResource);
            MetadataImplementor metadata =
                    (MetadataImplementor) sources.getMetadataBuilder().build();
            metadata.orderColumns(false);
            metadata.validate();
            return of(metadata);
        } catch (HibernateException e) {
            throw new MigrateException(
                    "The entity model cannot be read: " + e.getMessage(),
                    List.of(),
                    "Start the application with spring.jpa.hibernate.ddl-auto=none: Hibernate refuses the same mapping there.",
                    e);
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
            BootstrapServiceRegistryBuilder.destroy(bootstrap);
        }
    }
}
