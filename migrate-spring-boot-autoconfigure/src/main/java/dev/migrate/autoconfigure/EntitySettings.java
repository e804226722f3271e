package dev.migrate.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.hibernate.autoconfigure.HibernateProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.hibernate.autoconfigure.HibernateSettings;
import org.springframework.context.ApplicationContext;

/** Hibernate's settings as Spring Boot determines them for this application. */
final class EntitySettings {

    private final ApplicationContext context;

    EntitySettings(ApplicationContext context) {
        this.context = context;
    }

    Map<String, Object> determine(Map<String, String> properties) {
        HibernateProperties hibernate =
                Binder.get(context.getEnvironment()).bindOrCreate("spring.jpa.hibernate", HibernateProperties.class);
        return hibernate.determineHibernateProperties(
                properties,
                new HibernateSettings().ddlAuto(() -> "none").hibernatePropertiesCustomizers(customizers()));
    }

    private List<HibernatePropertiesCustomizer> customizers() {
        List<HibernatePropertiesCustomizer> customizers = new ArrayList<>();
        context.getBeanProvider(PhysicalNamingStrategy.class)
                .ifAvailable(
                        strategy -> customizers.add(all -> all.put("hibernate.physical_naming_strategy", strategy)));
        context.getBeanProvider(ImplicitNamingStrategy.class)
                .ifAvailable(
                        strategy -> customizers.add(all -> all.put("hibernate.implicit_naming_strategy", strategy)));
        context.getBeanProvider(HibernatePropertiesCustomizer.class)
                .orderedStream()
                .forEach(customizers::add);
        return customizers;
    }
}
