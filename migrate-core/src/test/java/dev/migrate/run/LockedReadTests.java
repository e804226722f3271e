package dev.migrate.run;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.dialect.BookTables;
import dev.migrate.dialect.Dialects;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Heads;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A run acts on what the session reads that holds its lock, and on nothing else. */
class LockedReadTests {

    private final DriverManagerDataSource database = TestDatabases.postgres();

    @Test
    void anotherSessionDoesNotAnswerForTheHolder() throws SQLException {
        try (Session holder = open();
                Session other = open();
                RunLock lock = RunLock.acquire(holder, RunSettings.defaults(), new RunListener() {}, new RunStop())) {
            assertThat(new Books(holder.refreshed(lock)).read().heads()).isEqualTo(Heads.none());

            Books elsewhere = new Books(other.refreshed(lock));
            assertThatThrownBy(elsewhere::read)
                    .isInstanceOf(MigrateException.class)
                    .hasMessageContaining("not answered by the session that holds the lock");
        }
    }

    private Session open() {
        return Session.open(
                database, new Dialects(List.of()), new BookTables("public", "migrate_version", "migrate_history"));
    }
}
