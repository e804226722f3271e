package dev.migrate.inspect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.testing.TestDatabases;

/** A database of its own for each test, and the inspector that reads it. */
abstract class InspectedDatabase {

    /** Of this test alone. */
    Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabases.postgres().getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    final Schema inspect() throws SQLException {
        return Inspector.postgres().inspect(connection, List.of("public"));
    }

    final void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static ObjectName name(String name) {
        return new ObjectName("public", name);
    }
}
