package dev.migrate.testing;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DockerTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void engineThatAnswersIsFound() throws IOException {
        assertThat(withEngine("HTTP/1.0 200 OK\r\n\r\nOK")).isTrue();
    }

    @Test
    void engineThatRefusesIsNone() throws IOException {
        assertThat(withEngine("HTTP/1.0 403 Forbidden\r\n\r\n")).isFalse();
    }

    @Test
    void socketThatNobodyListensToIsNone() throws IOException {
        Path stale = folder.resolve("stale.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(stale));
        }
        assertThat(stale).exists();
        assertThat(new Docker(Map.of(), Stream.of(stale)).answers()).isFalse();
    }

    @Test
    void environmentDecidesAlone() throws IOException {
        Path missing = folder.resolve("missing.sock");
        Path other = Files.createFile(folder.resolve("other.sock"));
        assertThat(new Docker(Map.of("DOCKER_HOST", "unix://" + missing), Stream.of(other)).answers())
                .isFalse();
        assertThat(new Docker(Map.of("DOCKER_HOST", "tcp://engine:2375"), Stream.of()).answers())
                .isTrue();
    }

    private boolean withEngine(String answer) throws IOException {
        Path socket = folder.resolve("docker.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<Void> engine = OwnThread.run(() -> answerOnce(server, answer));
            boolean answers = new Docker(Map.of(), Stream.of(folder.resolve("none.sock"), socket)).answers();
            engine.join();
            return answers;
        }
    }

    private static void answerOnce(ServerSocketChannel server, String answer) {
        try (SocketChannel client = server.accept()) {
            client.read(ByteBuffer.allocate(64));
            client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
