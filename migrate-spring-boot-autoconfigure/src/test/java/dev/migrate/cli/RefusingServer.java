package dev.migrate.cli;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Says no to every connection in PostgreSQL's protocol, as a server does that knows another password. */
final class RefusingServer implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;

    private static final int GSS_REQUEST = 80877104;

    private final ServerSocket socket;

    private final byte[] answer;

    RefusingServer(String sqlState, String message) throws IOException {
        this.answer = answer("SFATAL\0VFATAL\0C" + sqlState + "\0M" + message + "\0\0");
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "refusing-server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + socket.getLocalPort() + "/meetings";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static byte[] answer(String fields) throws IOException {
        byte[] text = fields.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte('E');
        out.writeInt(text.length + 4);
        out.write(text);
        return bytes.toByteArray();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                refuse(connection);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void refuse(Socket connection) throws IOException {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        DataOutputStream out = new DataOutputStream(connection.getOutputStream());
        while (true) {
            byte[] request = new byte[in.readInt() - 4];
            in.readFully(request);
            int code = request.length < 4 ? 0 : ByteBuffer.wrap(request).getInt();
            if (code == SSL_REQUEST || code == GSS_REQUEST) {
                out.writeByte('N');
                out.flush();
            } else {
                out.write(answer);
                out.flush();
                return;
            }
        }
    }
}
