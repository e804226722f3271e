package dev.migrate.cli;

import java.time.Duration;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.testing.TestDatabases;

/** An empty database for one test, and what tests of the command line want to know of it. */
final class CommandLineDatabase {

    private final String url;

    private final JdbcClient jdbc;

    private CommandLineDatabase(DriverManagerDataSource source) {
        this.url = String.valueOf(source.getUrl());
        this.jdbc = JdbcClient.create(source);
    }

    static CommandLineDatabase create() {
        return new CommandLineDatabase(TestDatabases.postgres());
    }

    /** Lets the application use the database as its owner. */
    CommandLineApplication configure(CommandLineApplication application) {
        return application.with("spring.datasource.url", url);
    }

    /** Lets migrations use the database as its owner, and the application none. */
    CommandLineApplication configureForMigrations(CommandLineApplication application) {
        return application.with("migrate.url", url);
    }

    /** Lets migrations use the database as the application's user, and the application none. */
    CommandLineApplication configureForMigrations(CommandLineApplication application, String user, String password) {
        return application
                .with("migrate.url", TestDatabases.withoutUser(url))
                .with("spring.datasource.username", user)
                .with("spring.datasource.password", password);
    }

    /** Lets the application use a database of this server that is not there. */
    CommandLineApplication configureMissing(CommandLineApplication application) {
        return application.with("migrate.url", url.replaceFirst("/[^/?]+(\\?|$)", "/no_such_database$1"));
    }

    /** Lets the application use the database as somebody who may read everything and write nothing. */
    CommandLineApplication configureReader(CommandLineApplication application) {
        String reader = TestDatabases.role("LOGIN PASSWORD 'reader'");
        execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + reader);
        return application
                .with("spring.datasource.url", TestDatabases.withoutUser(url))
                .with("spring.datasource.username", reader)
                .with("spring.datasource.password", "reader");
    }

    void execute(String sql) {
        jdbc.sql(sql).update();
    }

    List<String> tables() {
        return jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list();
    }

    String owner(String table) {
        return jdbc.sql("SELECT tableowner FROM pg_tables WHERE tablename = ?")
                .param(table)
                .query(String.class)
                .single();
    }

    List<String> columns(String table) {
        return jdbc.sql(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = ? ORDER BY ordinal_position")
                .param(table)
                .query(String.class)
                .list();
    }

    /** Waits until another session runs a statement with this text. */
    void awaitStatement(String text) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < deadline) {
            int running = jdbc.sql(
                            "SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"
                                    + " AND state = 'active' AND query LIKE ?")
                    .param("%" + text + "%")
                    .query(Integer.class)
                    .single();
            if (running > 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("No session runs " + text);
    }
}
