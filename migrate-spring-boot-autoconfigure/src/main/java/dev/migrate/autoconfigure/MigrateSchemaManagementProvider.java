package dev.migrate.autoconfigure;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/** Keeps Hibernate from creating the tables of an embedded database that revisions create. */
final class MigrateSchemaManagementProvider implements SchemaManagementProvider {

    private final ObjectProvider<DataSource> application;

    MigrateSchemaManagementProvider(ObjectProvider<DataSource> application) {
        this.application = application;
    }

    @Override
    public SchemaManagement getSchemaManagement(DataSource dataSource) {
        return dataSource.equals(application.getIfUnique()) ? SchemaManagement.MANAGED : SchemaManagement.UNMANAGED;
    }
}
