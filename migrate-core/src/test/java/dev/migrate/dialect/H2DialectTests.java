package dev.migrate.dialect;

import javax.sql.DataSource;

import dev.migrate.testing.DialectContract;
import dev.migrate.testing.TestDatabases;

class H2DialectTests extends DialectContract {

    @Override
    protected DataSource newDatabase() {
        return TestDatabases.h2();
    }
}
