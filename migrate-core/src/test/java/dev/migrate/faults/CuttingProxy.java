package dev.migrate.faults;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import dev.migrate.testing.WireMessages;

/** Stands between client and server, understands where a message of PostgreSQL's protocol begins, and cuts the line at one of them. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listening;

    private final InetAddress host;

    private final int port;

    private final @Nullable Cut cut;

    private final AtomicInteger fromClient = new AtomicInteger();

    private final AtomicInteger fromServer = new AtomicInteger();

    private final AtomicReference<@Nullable Line> line = new AtomicReference<>();

    /**
     * Starts to listen.
     *
     * @param cut what to do to the first connection, or {@code null} to count only
     */
    CuttingProxy(String host, int port, @Nullable Cut cut) throws IOException {
        this.host = InetAddress.getByName(host);
        this.port = port;
        this.cut = cut;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        background(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Returns how many messages a side has sent. */
    int messages(Side side) {
        return side == Side.CLIENT ? fromClient.get() : fromServer.get();
    }

    /** Ends what is left of the line, as keepalives do in the end. */
    @Override
    public void close() throws IOException {
        listening.close();
        Line open = line.get();
        if (open != null) {
            open.client.close();
            open.server.close();
        }
    }

    private void accept() throws IOException {
        Socket client = listening.accept();
        Line open = new Line(client, new Socket(host, port));
        client.setTcpNoDelay(true);
        open.server.setTcpNoDelay(true);
        line.set(open);
        background(() -> forward(open, Side.CLIENT));
        background(() -> forward(open, Side.SERVER));
    }

    private void forward(Line open, Side side) throws IOException {
        Socket from = side == Side.CLIENT ? open.client : open.server;
        Socket to = side == Side.CLIENT ? open.server : open.client;
        DataInputStream in = new DataInputStream(from.getInputStream());
        DataOutputStream out = new DataOutputStream(to.getOutputStream());
        AtomicInteger count = side == Side.CLIENT ? fromClient : fromServer;
        Cut planned = cut;
        try {
            while (true) {
                // Only the client's first message has no type before its length.
                boolean typed = side == Side.SERVER || count.get() > 0;
                byte[] message = WireMessages.read(in, typed);
                int number = count.getAndIncrement();
                Cut now = planned != null && planned.side == side && planned.message == number ? planned : null;
                int length = now != null ? now.moment.length(message.length) : message.length;
                out.write(message, 0, length);
                out.flush();
                if (now != null) {
                    now.how.cut(open, to);
                    return;
                }
            }
        } catch (IOException e) {
            if (planned == null || planned.how != How.BLACKHOLE) {
                open.client.close();
                open.server.close();
            }
        }
    }

    private static void background(Forwarding forwarding) {
        Thread thread = new Thread(() -> {
            try {
                forwarding.run();
            } catch (IOException e) {
                // The other end has gone, which is what this is about.
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Where a line is cut.
     *
     * @param side whose message it is
     * @param message its number, from 0
     * @param moment how much of it arrives
     * @param how what happens to the line
     */
    record Cut(Side side, int message, Moment moment, How how) {}

    /** Who sends. */
    enum Side {
        CLIENT,
        SERVER
    }

    /** How much of the message arrives. */
    enum Moment {
        BEFORE,
        DURING,
        AFTER;

        int length(int whole) {
            return switch (this) {
                case BEFORE -> 0;
                case DURING -> whole / 2;
                case AFTER -> whole;
            };
        }
    }

    /** What happens to the line. */
    enum How {
        /** Both ends are told that it is gone. */
        RESET {
            @Override
            void cut(Line line, Socket to) throws IOException {
                line.client.setSoLinger(true, 0);
                line.server.setSoLinger(true, 0);
                line.client.close();
                line.server.close();
            }
        },
        /** The receiver is told that nothing more comes; the other direction stays open. */
        HALF_CLOSE {
            @Override
            void cut(Line line, Socket to) throws IOException {
                to.shutdownOutput();
            }
        },
        /** Nothing more arrives from here, and nobody is told. */
        BLACKHOLE {
            @Override
            void cut(Line line, Socket to) {}
        };

        abstract void cut(Line line, Socket to) throws IOException;
    }

    private record Line(Socket client, Socket server) {}

    @FunctionalInterface
    private interface Forwarding {
        void run() throws IOException;
    }
}
