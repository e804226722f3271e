package dev.migrate.sample.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A relay before a PostgreSQL server that hears everything that its clients say. */
final class WireTap implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("jdbc:postgresql://([^:/]+)(?::(\\d+))?/(.*)");

    private final ServerSocket relay;
    private final String host;
    private final int port;
    private final String rest;
    private final CountDownLatch expected;
    private final List<TappedConnection> connections = new CopyOnWriteArrayList<>();

    /**
     * Opens the relay.
     *
     * @param together how many connections must have been opened before the first one gets through
     */
    WireTap(DriverManagerDataSource database, int together) throws IOException {
        Matcher url = URL.matcher(String.valueOf(database.getUrl()));
        if (!url.matches()) {
            throw new IllegalArgumentException("A relay needs to know the host: " + database.getUrl());
        }
        host = url.group(1);
        port = Integer.parseInt(Objects.requireNonNullElse(url.group(2), "5432"));
        rest = url.group(3);
        expected = new CountDownLatch(together);
        relay = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        daemon("relay", this::accept);
    }

    /** Returns the URL of the database by way of the relay, which understands no encryption. */
    String url() {
        return "jdbc:postgresql://localhost:" + relay.getLocalPort() + "/" + rest + (rest.contains("?") ? "&" : "?")
                + "sslmode=disable&gssEncMode=disable";
    }

    /** Returns the connections in the order in which they were opened. */
    List<TappedConnection> connections() {
        return List.copyOf(connections);
    }

    private void accept() throws IOException {
        while (!relay.isClosed()) {
            Socket client = relay.accept();
            TappedConnection connection = new TappedConnection(client, new Socket(host, port));
            connections.add(connection);
            expected.countDown();
            daemon("to server", () -> {
                expected.await();
                connection.relayRequests();
            });
            daemon("to client", connection::relayResponses);
        }
    }

    private static void daemon(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException e) {
                        // One side has hung up, and the other one will notice by itself.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        relay.close();
        for (TappedConnection connection : connections) {
            connection.close();
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
