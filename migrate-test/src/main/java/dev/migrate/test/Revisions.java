package dev.migrate.test;

import java.sql.Connection;
import java.sql.SQLException;

import org.springframework.jdbc.datasource.AbstractDataSource;

import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;

/** The revisions under test, and how a message names one. */
final class Revisions {

    private Revisions() {}

    /** Reads the scripts; no database is needed for that. */
    static ScriptDirectory of(MigrationTests tests) {
        return FailureText.during("The revisions cannot be read", () -> tests.migrator(new NoDatabase())
                .scripts());
    }

    static String name(RevisionScript script) {
        return script.id() + " (" + script.revision().message() + ")";
    }

    static String nameAndPlace(RevisionScript script) {
        return name(script) + " in " + script.path();
    }

    /** Stands where a migrator wants a database that nobody is going to ask. */
    private static final class NoDatabase extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("The scripts are read without a database");
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }
}
