package dev.migrate.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
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
    EntityModelSource migrateEntityModelSource(ApplicationContext context) {
        return new EntityModelSource(context);
    }
}
