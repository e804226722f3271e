package dev.migrate.sample;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryBuilderCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import dev.migrate.test.MigrationHarness;
import dev.migrate.test.MigrationTests;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The tests of all revisions against the model of the EntityManagerFactory that runs. */
class ExactModelTests {

    @Nested
    @SpringBootTest(properties = "migrate.autogenerate.source=entity-manager-factory")
    @ContextConfiguration(initializers = EmptyDatabase.class)
    class WithItsOwnEntities implements MigrationTests {}

    /** With an entity that only the start of JPA knows, and no annotation names. */
    @Nested
    @SpringBootTest(
            properties = {"migrate.autogenerate.source=entity-manager-factory", "spring.jpa.hibernate.ddl-auto=none"})
    @ContextConfiguration(initializers = EmptyDatabase.class)
    @Import(AnotherEntity.class)
    class WithAnEntityMore implements MigrationTests {

        @Test
        @Override
        public void revisionsMakeTheModel(MigrationHarness database) {
            assertThatThrownBy(() -> MigrationTests.super.revisionsMakeTheModel(database))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(
                            "The revisions do not make what the model says. Missing:\n  create table ledgers");
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class AnotherEntity {

        @Bean
        EntityManagerFactoryBuilderCustomizer ledger() {
            return builder ->
                    builder.setPersistenceUnitPostProcessors(unit -> unit.addMappingFileName("exact-model/orm.xml"));
        }
    }

    /** Mapped by {@code exact-model/orm.xml} alone. */
    static class Ledger {

        private int id;

        int id() {
            return id;
        }
    }
}
