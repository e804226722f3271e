package dev.migrate.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.sql.DataSource;

/** Clients that change single rows of a table as fast as they can, and how long each of their queries took. */
final class BackfillClients implements AutoCloseable {

    private final List<Thread> threads = new ArrayList<>();

    private final List<Long> nanos = new ArrayList<>();

    private volatile boolean over;

    private BackfillClients() {}

    static BackfillClients start(DataSource database, int clients, int rows) {
        BackfillClients all = new BackfillClients();
        for (int i = 0; i < clients; i++) {
            Random random = new Random(i);
            Thread thread = new Thread(() -> all.change(database, random, rows), "client");
            thread.setDaemon(true);
            all.threads.add(thread);
            thread.start();
        }
        return all;
    }

    private void change(DataSource database, Random random, int rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE message SET seen = seen + 1 WHERE id = ?")) {
            while (!over) {
                update.setLong(1, 1 + random.nextInt(rows));
                long start = System.nanoTime();
                update.executeUpdate();
                took(System.nanoTime() - start);
                Thread.sleep(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void took(long time) {
        nanos.add(time);
    }

    /** Returns a line of the report about what was measured so far. */
    synchronized String line(String beside) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            return "| " + beside + " | 0 | | | |";
        }
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.0f |",
                beside,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                Arrays.stream(sorted).max().orElse(0) / 1e6);
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
