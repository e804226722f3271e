package dev.migrate.autoconfigure;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jpa.autoconfigure.JpaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

import dev.migrate.error.MigrateException;
import dev.migrate.hibernate.EntityModel;
import dev.migrate.hibernate.HibernateSchemaSource;
import dev.migrate.schema.SchemaSource;

/** The entities of the application, mapped as its EntityManagerFactory would map them, without starting one. */
final class EntityModelSource {

    private static final String DEFAULT_MAPPING = "META-INF/orm.xml";

    private final ApplicationContext context;

    private final EntityClasses classes;

    private final ObjectProvider<RunningModel> running;

    EntityModelSource(ApplicationContext context, ObjectProvider<RunningModel> running) {
        this.context = context;
        this.running = running;
        this.classes = new EntityClasses(context);
    }

    /** Returns the model for the database of a connection. */
    SchemaSource on(Connection connection) throws SQLException {
        RunningModel exact = running.getIfAvailable();
        if (exact != null) {
            return exact.source();
        }
        PersistenceManagedTypes types = classes.find();
        JpaProperties jpa = Binder.get(context.getEnvironment()).bindOrCreate("spring.jpa", JpaProperties.class);
        List<String> mappings = mappings(jpa);
        if (types.getManagedClassNames().isEmpty() && mappings.isEmpty()) {
            throw new MigrateException(
                    "The application has no entities in " + String.join(", ", classes.packages()),
                    "Say with @EntityScan where they are, or set migrate.model if there are none.");
        }
        DatabaseMetaData database = connection.getMetaData();
        EntityModel model = new EntityModel(
                types.getManagedClassNames(),
                types.getManagedPackages(),
                mappings,
                settings(jpa),
                database.getDatabaseProductName(),
                database.getDatabaseMajorVersion(),
                database.getDatabaseMinorVersion());
        ClassLoader loader = context.getClassLoader();
        return new HibernateSchemaSource(model, loader == null ? EntityModelSource.class.getClassLoader() : loader);
    }

    private Map<String, Object> settings(JpaProperties jpa) {
        Map<String, Object> settings = new HashMap<>();
        if (jpa.getDatabasePlatform() != null) {
            settings.put("hibernate.dialect", jpa.getDatabasePlatform());
        }
        new EntitySettings(context).determine(jpa.getProperties()).forEach((name, value) -> {
            if (value != null) {
                settings.put(name, value);
            }
        });
        return settings;
    }

    private List<String> mappings(JpaProperties jpa) {
        if (!jpa.getMappingResources().isEmpty()) {
            return jpa.getMappingResources();
        }
        return context.getResource("classpath:" + DEFAULT_MAPPING).exists() ? List.of(DEFAULT_MAPPING) : List.of();
    }
}
