package dev.migrate.autoconfigure.shop;

import java.util.List;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.revision.Target;
import dev.migrate.testing.TestDatabases;

import static java.util.Objects.requireNonNull;

/** An empty database of its own, and the words for what the tests do with it. */
public final class ShopDatabase {

    private final DriverManagerDataSource dataSource = TestDatabases.postgres();

    /** Returns a URL with everything that is needed to connect. */
    public String url() {
        return requireNonNull(dataSource.getUrl());
    }

    /** Returns a URL without a user. */
    public String bareUrl() {
        return TestDatabases.withoutUser(url());
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Returns the properties of an application with the revisions of a folder under {@code revisions}. */
    public String[] properties(String folder) {
        return new String[] {"spring.datasource.url=" + url(), "migrate.locations=classpath:revisions/" + folder};
    }

    /** Applies the revisions of a folder, as another process would. */
    public void upgrade(String folder) {
        MigrateSettings settings = MigrateSettings.defaults().withLocations(List.of("classpath:revisions/" + folder));
        new Migrator(settings, dataSource).upgrade(Target.heads());
    }

    /** Returns the rows of the version table; none if there is no such table. */
    public List<String> heads() {
        if (!has("migrate_version")) {
            return List.of();
        }
        return jdbc().sql("SELECT version_num FROM migrate_version ORDER BY 1")
                .query(String.class)
                .list();
    }

    public boolean has(String table) {
        return jdbc().sql("SELECT to_regclass(?) IS NOT NULL")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }
}
