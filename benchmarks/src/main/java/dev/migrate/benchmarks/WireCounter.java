package dev.migrate.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a tool and the server and counts connections, and how often the client speaks after the server has. */
final class WireCounter implements AutoCloseable {

    private final ServerSocket listening;

    private final String url;

    private final InetAddress host;

    private final int port;

    private final AtomicInteger connections = new AtomicInteger();

    private final AtomicInteger turns = new AtomicInteger();

    /** Stands before the server of a JDBC URL of PostgreSQL. */
    WireCounter(String url) throws IOException {
        URI uri = URI.create(url.substring("jdbc:".length()));
        this.host = InetAddress.getByName(uri.getHost());
        this.port = uri.getPort() < 0 ? 5432 : uri.getPort();
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.url = url.replace("//" + uri.getAuthority(), "//127.0.0.1:" + listening.getLocalPort());
        background(this::accept);
    }

    /** Returns the URL whose connections are counted. */
    String url() {
        return url;
    }

    int connections() {
        return connections.get();
    }

    int turns() {
        return turns.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket server = new Socket(host, port);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            connections.incrementAndGet();
            AtomicReference<Side> last = new AtomicReference<>(Side.SERVER);
            background(() -> forward(client, server, last, Side.CLIENT));
            background(() -> forward(server, client, last, Side.SERVER));
        }
    }

    private void forward(Socket from, Socket to, AtomicReference<Side> last, Side side) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (last.getAndSet(side) != side && side == Side.CLIENT) {
                    turns.incrementAndGet();
                }
                out.write(buffer, 0, length);
                out.flush();
            }
        }
    }

    private static void background(Forwarding forwarding) {
        Thread thread = new Thread(() -> {
            try {
                forwarding.run();
            } catch (IOException e) {
                // One of the two has closed its side, which is how every connection ends.
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private enum Side {
        CLIENT,
        SERVER
    }

    @FunctionalInterface
    private interface Forwarding {
        void run() throws IOException;
    }
}
