package dev.migrate.benchmarks.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

/** An application that goes on to write to a table while a backfill goes through it. */
final class BackfillWriters implements AutoCloseable {

    private final List<Thread> threads = new ArrayList<>();

    private final DataSource database;

    private final int rows;

    private volatile boolean over;

    private BackfillWriters(DataSource database, int rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Begins to change rows one by one, to change two of them against the order of the key, and to add some behind the last. */
    static BackfillWriters start(DataSource database, int rows) {
        BackfillWriters writers = new BackfillWriters(database, rows);
        writers.add(writers::changeOne);
        writers.add(writers::changeTwo);
        writers.add(writers::addOne);
        return writers;
    }

    private void add(Writer writer) {
        Thread thread = new Thread(() -> write(writer), "writer");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void write(Writer writer) {
        Random random = new Random(threads.size());
        while (!over) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                while (!over) {
                    writer.write(connection, random);
                    connection.commit();
                    Thread.sleep(5);
                }
            } catch (SQLException e) {
                // The server chose this one to end a deadlock; an application would begin again, too.
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void changeOne(Connection connection, Random random) throws SQLException {
        change(connection, 1 + random.nextInt(rows));
    }

    private void changeTwo(Connection connection, Random random) throws SQLException {
        int low = 1 + random.nextInt(rows);
        change(connection, low + random.nextInt(50));
        change(connection, low);
    }

    private static void change(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE item SET touched = touched + 1 WHERE id = ?")) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    private void addOne(Connection connection, Random random) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO item (id, late) VALUES (?, true) ON CONFLICT DO NOTHING")) {
            statement.setLong(1, 1_000_000_000L + random.nextInt(1_000_000_000));
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @FunctionalInterface
    private interface Writer {
        void write(Connection connection, Random random) throws SQLException;
    }
}
