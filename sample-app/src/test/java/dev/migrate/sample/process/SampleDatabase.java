package dev.migrate.sample.process;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.testing.TestDatabases;

/** An empty database, and what tests want to know of it. */
record SampleDatabase(DriverManagerDataSource source) {

    static SampleDatabase create() {
        return new SampleDatabase(TestDatabases.postgres());
    }

    String url() {
        return String.valueOf(source.getUrl());
    }

    void execute(String... statements) {
        TestDatabases.execute(source, statements);
    }

    List<String> query(String sql) {
        return jdbc().sql(sql).query(String.class).list();
    }

    /** Returns the revisions with an event in the order of the history, each as often as it happened. */
    List<String> history(String event) {
        return jdbc().sql("SELECT revision FROM migrate_history WHERE event = ? ORDER BY id")
                .param(event)
                .query(String.class)
                .list();
    }

    /** Returns the rows of both books with the transactions that wrote them. */
    List<Map<String, Object>> books() {
        List<Map<String, Object>> rows =
                jdbc().sql("SELECT xmin::text, * FROM migrate_version").query().listOfRows();
        rows.addAll(jdbc().sql("SELECT xmin::text, * FROM migrate_history ORDER BY id")
                .query()
                .listOfRows());
        return rows;
    }

    /** Waits until another session runs a statement with this text. */
    void awaitStatement(String text) throws Exception {
        Await.condition("a session that runs " + text, () -> jdbc().sql("SELECT count(*) > 0 FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active'"
                        + " AND query LIKE ?")
                .param("%" + text + "%")
                .query(Boolean.class)
                .single());
    }

    /** Waits until no session of a killed process is left. */
    void awaitNoRun() throws Exception {
        Await.condition("an end of the killed run's session", () -> query("SELECT pid FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND application_name LIKE 'migrate%'")
                .isEmpty());
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(source);
    }
}
