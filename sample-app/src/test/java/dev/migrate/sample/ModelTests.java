package dev.migrate.sample;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;

import dev.migrate.Migrator;
import dev.migrate.autogenerate.ModelSource;
import dev.migrate.autogenerate.Proposal;
import dev.migrate.dialect.Dialects;
import dev.migrate.hibernate.HibernateSchemaSource;
import dev.migrate.schema.Schema;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** The entities and the revisions say the same. */
@SpringBootTest
@ContextConfiguration(initializers = EmptyDatabase.class)
class ModelTests {

    private final Migrator migrator;

    private final ModelSource model;

    private final DataSource database;

    private final AtomicReference<Metadata> running;

    @Autowired
    ModelTests(Migrator migrator, ModelSource model, DataSource database, AtomicReference<Metadata> running) {
        this.migrator = migrator;
        this.model = model;
        this.database = database;
        this.running = running;
    }

    @Test
    void revisionsMakeWhatTheEntitiesSay() {
        Proposal proposal = migrator.check();

        assertThat(proposal.operations()).isEmpty();
        assertThat(proposal.leftAlone()).anySatisfy(line -> assertThat(line).contains("not compared"));
    }

    @Test
    void theModelIsThatOfTheRunningEntityManagerFactory() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Schema offline =
                    model.read(connection, Dialects.builtIn().get(0), "public").schema();

            assertThat(offline).isEqualTo(HibernateSchemaSource.of(requireNonNull(running.get())));
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Capture {

        @Bean
        AtomicReference<Metadata> running() {
            return new AtomicReference<>();
        }

        @Bean
        HibernatePropertiesCustomizer capture(AtomicReference<Metadata> running) {
            Integrator integrator = new Integrator() {
                @Override
                public void integrate(
                        Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
                    running.set(metadata);
                }
            };
            return settings ->
                    settings.put("hibernate.integrator_provider", (IntegratorProvider) () -> List.of(integrator));
        }
    }
}
