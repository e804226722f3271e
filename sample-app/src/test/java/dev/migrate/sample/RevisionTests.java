package dev.migrate.sample;

import java.util.List;
import javax.sql.DataSource;

import dev.migrate.test.MigrationTests;
import dev.migrate.testing.TestDatabases;

class RevisionTests implements MigrationTests {

    @Override
    public DataSource emptyDatabase() {
        return TestDatabases.postgres();
    }

    @Override
    public List<String> javaPackages() {
        return List.of("dev.migrate.sample.revisions");
    }
}
