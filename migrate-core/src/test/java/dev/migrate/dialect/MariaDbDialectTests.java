package dev.migrate.dialect;

import javax.sql.DataSource;

import dev.migrate.testing.DialectContract;
import dev.migrate.testing.RequiresMariaDb;
import dev.migrate.testing.TestDatabases;

@RequiresMariaDb
class MariaDbDialectTests extends DialectContract {

    @Override
    protected DataSource newDatabase() {
        return TestDatabases.mariaDb();
    }
}
