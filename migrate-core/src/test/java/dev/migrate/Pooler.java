package dev.migrate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.testing.Detour;
import dev.migrate.testing.OwnThread;
import dev.migrate.testing.WireMessages;

/**
 * Stands before PostgreSQL as PgBouncer does: a client has a session of the server for a transaction only, or for as long as it is
 * connected, and is told a number that is none of the server's.
 */
final class Pooler implements AutoCloseable {

    private static final int FIRST_NUMBER = 1_000_000;

    private static final int AUTHENTICATION_OK = 0;

    private static final int LAST_WORD_OF_SASL = 12;

    private final ServerSocket listening;

    private final DriverManagerDataSource behind;

    private final Mode mode;

    private final int size;

    private final BlockingDeque<Line> free = new LinkedBlockingDeque<>();

    private final AtomicInteger clients = new AtomicInteger();

    /**
     * Starts to listen.
     *
     * @param database the server's
     * @param size how many sessions of the server are kept for clients in transactions
     */
    Pooler(DriverManagerDataSource database, Mode mode, int size) throws IOException {
        this.behind = database;
        this.mode = mode;
        this.size = size;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        OwnThread.start(() -> quietly(this::accept));
    }

    /** Returns the database behind the pooler. */
    DriverManagerDataSource database() {
        return Detour.through(listening.getLocalPort(), behind, "");
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Line line : free) {
            line.close();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = listening.accept();
            OwnThread.start(() -> quietly(() -> serve(socket)));
        }
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        try (Line client = new Line(socket)) {
            byte[] startup = client.read(false);
            URI server = Detour.server(behind);
            Line session = new Line(new Socket(server.getHost(), server.getPort()));
            session.write(startup);
            connect(client, session);
            if (mode == Mode.SESSION) {
                while (exchange(client, session)) {
                    // As long as the client stays.
                }
                session.close();
                return;
            }
            keep(session);
            boolean stays = true;
            while (stays) {
                stays = transaction(client);
            }
        }
    }

    /** Lets the client and the server agree on who the client is, and gives the session a number of its own. */
    private void connect(Line client, Line session) throws IOException {
        byte[] message = session.read(true);
        while (message[0] != 'Z') {
            if (message[0] == 'K') {
                ByteBuffer.wrap(message).putInt(1 + Integer.BYTES, FIRST_NUMBER + clients.incrementAndGet());
            }
            client.write(message);
            if (message[0] == 'R') {
                int kind = ByteBuffer.wrap(message).getInt(1 + Integer.BYTES);
                if (kind != AUTHENTICATION_OK && kind != LAST_WORD_OF_SASL) {
                    session.write(client.read(true));
                }
            }
            message = session.read(true);
        }
        client.write(message);
    }

    private void keep(Line session) throws IOException {
        if (free.size() < size) {
            free.addLast(session);
        } else {
            session.close();
        }
    }

    /** Does one transaction; returns whether the client stays. */
    private boolean transaction(Line client) throws IOException, InterruptedException {
        byte[] first = client.read(true);
        if (first[0] == 'X') {
            return false;
        }
        Line session = free.takeFirst();
        boolean open = pass(first, client, session);
        while (open) {
            byte[] next = client.read(true);
            if (next[0] == 'X') {
                session.close();
                return false;
            }
            open = pass(next, client, session);
        }
        if (mode == Mode.NEWEST_FIRST) {
            free.addFirst(session);
        } else {
            free.addLast(session);
        }
        return true;
    }

    private static boolean exchange(Line client, Line session) throws IOException {
        byte[] message = client.read(true);
        pass(message, client, session);
        return message[0] != 'X';
    }

    /** Passes a message on, and the answers where some come; returns whether the transaction goes on. */
    private static boolean pass(byte[] message, Line client, Line session) throws IOException {
        session.write(message);
        if (message[0] != 'Q' && message[0] != 'S') {
            return true;
        }
        byte[] answer = session.read(true);
        while (answer[0] != 'Z') {
            client.write(answer);
            answer = session.read(true);
        }
        client.write(answer);
        return answer[answer.length - 1] != 'I';
    }

    private static void quietly(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            // The other end has gone.
            Thread.currentThread().interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Which session answers next. */
    enum Mode {
        /** The one that was free last, as PgBouncer usually does. */
        NEWEST_FIRST,
        /** Each in turn. */
        IN_TURN,
        /** Always the same, as in session mode. */
        SESSION
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** One end of a conversation. */
    private static final class Line implements AutoCloseable {

        private final Socket socket;

        private final DataInputStream in;

        private final DataOutputStream out;

        Line(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            this.in = new DataInputStream(socket.getInputStream());
            this.out = new DataOutputStream(socket.getOutputStream());
        }

        byte[] read(boolean typed) throws IOException {
            return WireMessages.read(in, typed);
        }

        void write(byte[] message) throws IOException {
            out.write(message);
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
