package dev.migrate.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Target;
import dev.migrate.run.RunReport;
import dev.migrate.script.ScriptDirectory;

/**
 * A database of its own for a test of revisions, empty at first, and what such a test does with it.
 *
 * <p>A method of a {@link MigrationTest} that takes one as a parameter has it for itself; a constructor that takes one has it for all
 * tests of the class. It is made at first use and dropped after the test or the class. The first upgrade of a database in which nothing
 * else was done before is done once for all tests, and copied.
 *
 * <p>Several threads may use one. What fails is an {@link AssertionError} that names the revision, the place and what to do.
 */
public final class MigrationHarness implements AutoCloseable {

    private final MigrationDatabases databases;

    private final List<MigrationHarness> others = new ArrayList<>();

    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable TestDatabase database;

    private @Nullable Migrator migrator;

    MigrationHarness(MigrationDatabases databases) {
        this.databases = databases;
    }

    /**
     * Upgrades the database, as {@code migrate upgrade} does; a backfill that a revision requires is run when it comes to that.
     *
     * @param target what {@code migrate upgrade} takes: an id, the first characters of one, {@code heads}, {@code +1} …
     * @return what was done, which {@link MigrationAssertions#assertThat(RunReport)} knows
     */
    public RunReport upgradeTo(String target) {
        return FailureText.during("The upgrade to " + target + " fails", () -> upgrade(target));
    }

    /**
     * Downgrades the database, as {@code migrate downgrade} does.
     *
     * @param target what {@code migrate downgrade} takes: an id, the first characters of one, {@code base}, {@code -1} …
     * @return what was done
     */
    public RunReport downgradeTo(String target) {
        return FailureText.during(
                "The downgrade to " + target + " fails", () -> migrator().downgrade(Target.parse(target)));
    }

    /**
     * Inserts a row. A string is taken as the server reads it for the column, so that one can be a date, an enum value, JSON or an array.
     *
     * @param table with its schema where that is not on the search path
     * @param row values by column
     * @return the row as it is in the table now, with what the database has added
     * @throws MigrateException if the database refuses it
     */
    public Map<String, @Nullable Object> insert(String table, Map<String, ? extends @Nullable Object> row) {
        return rows(table).insert(row);
    }

    /** Returns what queries and changes the database in other ways. */
    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /** Returns the database, which opens a connection at each call. */
    public DataSource dataSource() {
        return database().source();
    }

    /** Returns the application's migrator for this database. */
    public Migrator migrator() {
        return locked(() -> {
            Migrator own = migrator;
            if (own == null) {
                own = databases.migrator(database());
                migrator = own;
            }
            return own;
        });
    }

    /** Returns what is in the database now, without the tables of the books. */
    public SchemaPicture schema() {
        return SchemaPicture.of(dataSource(), migrator().settings().run().books());
    }

    /** Begins an assertion about a table, its columns, constraints, indexes and rows. */
    public TableAssert assertThatTable(String table) {
        return new TableAssert(this, table);
    }

    /**
     * Begins an assertion about how the database answers a query.
     *
     * @param sql with {@code ?} for parameters
     * @param parameters as {@link #insert} takes values
     */
    public QueryAssert assertThatQuery(String sql, @Nullable Object... parameters) {
        return new QueryAssert(dataSource(), sql, parameters);
    }

    /** Drops the database. The test that has it as a parameter leaves that to JUnit. */
    @Override
    public void close() {
        others.forEach(MigrationHarness::close);
        TestDatabase own = database;
        if (own != null) {
            databases.drop(own);
        }
    }

    /** Returns one with a database of its own, which is dropped with this one. */
    MigrationHarness another() {
        return locked(() -> {
            MigrationHarness another = new MigrationHarness(databases);
            others.add(another);
            return another;
        });
    }

    /** Reads the scripts; no database is needed for that. */
    ScriptDirectory scripts() {
        return FailureText.during(
                "The revisions cannot be read", () -> databases.application().scripts());
    }

    /** Returns the application's migrator, for what needs no database. */
    Migrator application() {
        return databases.application();
    }

    RunReport upgrade(String target) {
        return locked(() -> {
            if (database != null) {
                return new Ascent(migrator()).to(Target.parse(target));
            }
            MigrationDatabases.Copy copy = databases.at(target);
            database = copy.database();
            return copy.report();
        });
    }

    TableRows rows(String table) {
        return new TableRows(dataSource(), table);
    }

    private TestDatabase database() {
        return locked(() -> {
            TestDatabase own = database;
            if (own == null) {
                own = databases.empty();
                database = own;
            }
            return own;
        });
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
