package dev.migrate.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.persistence.EntityManagerFactory;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;

import dev.migrate.error.MigrateException;
import dev.migrate.hibernate.HibernateSchemaSource;
import dev.migrate.schema.Detail;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaSource;

/** What the application's EntityManagerFactory was built from: nothing that shapes it can be missed. */
final class RunningModel implements HibernatePropertiesCustomizer {

    private static final String PROVIDER = "hibernate.integrator_provider";

    private final ObjectProvider<EntityManagerFactory> factories;

    private final AtomicReference<Metadata> captured = new AtomicReference<>();

    RunningModel(ObjectProvider<EntityManagerFactory> factories) {
        this.factories = factories;
    }

    @Override
    public void customize(Map<String, Object> settings) {
        List<Integrator> integrators = new ArrayList<>();
        if (settings.get(PROVIDER) instanceof IntegratorProvider other) {
            integrators.addAll(other.getIntegrators());
        }
        integrators.add(new Integrator() {
            @Override
            public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
                captured.set(metadata);
            }
        });
        settings.put(PROVIDER, (IntegratorProvider) () -> integrators);
    }

    /** Returns the model, and starts the EntityManagerFactory if nothing has so far. */
    SchemaSource source() {
        EntityManagerFactory factory = factories.getIfUnique();
        if (factory != null) {
            factory.getMetamodel();
        }
        Metadata metadata = captured.get();
        if (metadata == null) {
            throw new MigrateException(
                    "There is no EntityManagerFactory to read the model from",
                    "Leave out migrate.autogenerate.source; or configure JPA as Spring Boot does, with one"
                            + " EntityManagerFactory. What it needs on the command line belongs into migrate.cli.sources.");
        }
        Schema schema = HibernateSchemaSource.of(metadata);
        return new SchemaSource() {
            @Override
            public Schema read() {
                return schema;
            }

            @Override
            public Detail detail() {
                return Detail.ENTITIES;
            }
        };
    }
}
