package dev.migrate.sample.process;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Clients of one version of an application, which add and change orders and read them, and note what fails and what waits. */
final class ShopClients {

    private static final int CLIENTS = 2;

    private final SampleDatabase database;

    private final String column;

    private final List<Thread> threads = new ArrayList<>();

    private final List<String> failures = new ArrayList<>();

    private final AtomicInteger statements = new AtomicInteger();

    private final AtomicLong longest = new AtomicLong();

    private volatile boolean over;

    private ShopClients(SampleDatabase database, String column) {
        this.database = database;
        this.column = column;
    }

    /**
     * Begins to work.
     *
     * @param column where this version keeps the amount
     */
    static ShopClients start(SampleDatabase database, String column) {
        ShopClients clients = new ShopClients(database, column);
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(i);
            Thread thread = new Thread(() -> clients.work(random), "client of " + column);
            thread.setDaemon(true);
            clients.threads.add(thread);
            thread.start();
        }
        return clients;
    }

    private void work(Random random) {
        try (Connection connection = database.source().getConnection()) {
            while (!over) {
                int id = 1 + random.nextInt(20_000);
                timed(() ->
                        execute(connection, "INSERT INTO orders (" + column + ") VALUES (?)", random.nextInt(9999)));
                timed(() -> execute(
                        connection, "UPDATE orders SET " + column + " = ? WHERE id = " + id, random.nextInt(9999)));
                timed(() -> read(connection, id));
                Thread.sleep(2);
            }
        } catch (SQLException e) {
            synchronized (failures) {
                failures.add(String.valueOf(e.getMessage()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void timed(Work work) throws SQLException {
        long start = System.nanoTime();
        work.run();
        longest.accumulateAndGet(System.nanoTime() - start, Math::max);
        statements.incrementAndGet();
    }

    private static void execute(Connection connection, String sql, int amount) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, amount);
            statement.executeUpdate();
        }
    }

    private void read(Connection connection, int id) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + column + " FROM orders WHERE id = " + id)) {
            row.next();
        }
    }

    /** Ends the work. */
    void stop() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Returns what did not work. */
    List<String> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    /** Returns how many statements have been answered. */
    int statements() {
        return statements.get();
    }

    /** Returns how long the slowest of them took. */
    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }
}
