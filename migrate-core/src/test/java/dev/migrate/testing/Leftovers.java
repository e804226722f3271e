package dev.migrate.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/** What tests have made on a server that lives on after them. */
final class Leftovers {

    private final DataSource server;

    private final Queue<String> databases = new ConcurrentLinkedQueue<>();

    private final Queue<String> roles = new ConcurrentLinkedQueue<>();

    Leftovers(DataSource server) {
        this.server = server;
    }

    void addDatabase(String name) {
        databases.add(name);
    }

    void addRole(String name) {
        roles.add(name);
    }

    /** Drops everything; roles come last, because databases hold their privileges. */
    void drop() {
        databases.forEach(name -> TestDatabases.execute(server, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
        roles.forEach(name -> TestDatabases.execute(server, "DROP ROLE IF EXISTS " + name));
    }
}
