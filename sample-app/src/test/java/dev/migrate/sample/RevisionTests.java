package dev.migrate.sample;

import javax.sql.DataSource;

import dev.migrate.test.MigrationTests;
import dev.migrate.testing.TestDatabases;

class RevisionTests implements MigrationTests {

    @Override
    public DataSource emptyDatabase() {
        return TestDatabases.postgres();
    }
}
