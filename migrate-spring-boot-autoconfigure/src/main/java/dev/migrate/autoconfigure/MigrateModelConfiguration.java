package dev.migrate.autoconfigure;

import jakarta.persistence.EntityManagerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entities as the model, where the application has Hibernate. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(
        name = {
            "org.hibernate.boot.MetadataSources",
            "org.springframework.boot.hibernate.autoconfigure.HibernateProperties",
            "org.springframework.boot.persistence.autoconfigure.EntityScanPackages",
            "org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypesScanner"
        })
class MigrateModelConfiguration {

    @Bean
    EntityModelSource migrateEntityModelSource(ApplicationContext context, ObjectProvider<RunningModel> running) {
        return new EntityModelSource(context, running);
    }

    @Bean
    @ConditionalOnProperty(name = "migrate.autogenerate.source", havingValue = "entity-manager-factory")
    RunningModel migrateRunningModel(ObjectProvider<EntityManagerFactory> factories) {
        return new RunningModel(factories);
    }
}
