package dev.migrate.sample.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection through a {@link WireTap}: the statements that were executed, and how often the client waited. */
final class TappedConnection {

    private static final int LENGTH_BYTES = 4;

    private final Socket client;
    private final Socket server;
    private final Map<String, String> prepared = new HashMap<>();
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final AtomicInteger ready = new AtomicInteger();

    TappedConnection(Socket client, Socket server) {
        this.client = client;
        this.server = server;
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    /** Returns how often the server said that it is ready for more, not counting the greeting. */
    int roundTrips() {
        return ready.get() - 1;
    }

    void relayRequests() throws IOException {
        try (DataInputStream in = in(client);
                DataOutputStream out = out(server)) {
            // The greeting alone has no type.
            int length = in.readInt();
            out.writeInt(length);
            out.write(in.readNBytes(length - LENGTH_BYTES));
            out.flush();
            while (true) {
                int type = in.readUnsignedByte();
                byte[] body = in.readNBytes(in.readInt() - LENGTH_BYTES);
                hear(type, body);
                send(out, type, body, in.available() == 0);
            }
        }
    }

    void relayResponses() throws IOException {
        try (DataInputStream in = in(server);
                DataOutputStream out = out(client)) {
            while (true) {
                int type = in.readUnsignedByte();
                byte[] body = in.readNBytes(in.readInt() - LENGTH_BYTES);
                if (type == 'Z') {
                    ready.incrementAndGet();
                }
                send(out, type, body, in.available() == 0);
            }
        }
    }

    private static void send(DataOutputStream out, int type, byte[] body, boolean last) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + LENGTH_BYTES);
        out.write(body);
        if (last) {
            out.flush();
        }
    }

    private void hear(int type, byte[] body) {
        String[] texts = new String(body, StandardCharsets.UTF_8).split("\0", -1);
        switch (type) {
            case 'Q' -> statements.add(texts[0]);
            // A statement has a name and a text, a binding the names of a portal and of a statement.
            case 'P' -> prepared.put(texts[0], texts[1]);
            case 'B' -> statements.add(prepared.getOrDefault(texts[1], texts[1]));
            default -> {}
        }
    }

    private static DataInputStream in(Socket socket) throws IOException {
        return new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    private static DataOutputStream out(Socket socket) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    void close() throws IOException {
        client.close();
        server.close();
    }
}
