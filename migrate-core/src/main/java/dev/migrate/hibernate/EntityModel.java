package dev.migrate.hibernate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An entity model that is not running: what Hibernate needs to know to map it, without a connection.
 *
 * @param classes names of the entities, embeddables, mapped superclasses and converters
 * @param packages whose {@code package-info} is annotated
 * @param mappingFiles resources such as {@code META-INF/orm.xml}
 * @param settings the application's own, such as its naming strategies
 * @param product the database as JDBC names it, for example {@code PostgreSQL}
 * @param majorVersion of the database
 * @param minorVersion of the database
 */
public record EntityModel(
        List<String> classes,
        List<String> packages,
        List<String> mappingFiles,
        Map<String, Object> settings,
        String product,
        int majorVersion,
        int minorVersion) {

    /** Copies the collections. */
    public EntityModel {
        classes = List.copyOf(classes);
        packages = List.copyOf(packages);
        mappingFiles = List.copyOf(mappingFiles);
        settings = Map.copyOf(settings);
    }

    /** Returns the settings with those that keep Hibernate from looking for a database. */
    Map<String, Object> offlineSettings() {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        if (!all.containsKey("hibernate.dialect")) {
            all.put("jakarta.persistence.database-product-name", product);
            all.put("jakarta.persistence.database-major-version", Integer.toString(majorVersion));
            all.put("jakarta.persistence.database-minor-version", Integer.toString(minorVersion));
        }
        all.put("hibernate.hbm2ddl.auto", "none");
        return all;
    }
}
