package dev.migrate.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The MariaDB that {@code MIGRATE_TEST_MARIADB_URL} names; what the tests make there is dropped when the JVM ends. */
final class MariaDbServer {

    private final String url;

    private final Queue<String> databases = new ConcurrentLinkedQueue<>();

    private MariaDbServer(String url) {
        this.url = url;
    }

    static MariaDbServer get() {
        return Holder.SERVER;
    }

    DriverManagerDataSource create(String name) {
        TestDatabases.execute(new DriverManagerDataSource(url), "CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        databases.add(name);
        int query = url.indexOf('?');
        String server = query < 0 ? url : url.substring(0, query);
        return new DriverManagerDataSource(
                server.substring(0, server.lastIndexOf('/') + 1) + name + (query < 0 ? "" : url.substring(query)));
    }

    private void drop() {
        DriverManagerDataSource server = new DriverManagerDataSource(url);
        databases.forEach(name -> TestDatabases.execute(server, "DROP DATABASE IF EXISTS " + name));
    }

    private static final class Holder {

        static final MariaDbServer SERVER = start();

        private static MariaDbServer start() {
            String given = System.getenv("MIGRATE_TEST_MARIADB_URL");
            if (given == null) {
                throw new IllegalStateException("MIGRATE_TEST_MARIADB_URL names no server");
            }
            MariaDbServer server = new MariaDbServer(given);
            Runtime.getRuntime().addShutdownHook(new Thread(server::drop, "drop test databases of MariaDB"));
            return server;
        }
    }
}
