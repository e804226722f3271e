package dev.migrate.testing;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells whether a Docker engine answers, in a few milliseconds and without a word: Testcontainers, asked where there is none,
 * takes its time and logs every way that it has tried.
 */
final class Docker {

    private final Map<String, String> environment;

    private final Stream<Path> usualSockets;

    Docker(Map<String, String> environment, Stream<Path> usualSockets) {
        this.environment = environment;
        this.usualSockets = usualSockets;
    }

    static Docker here() {
        Map<String, String> environment = System.getenv();
        return new Docker(
                environment,
                Stream.of(
                        Path.of("/var/run/docker.sock"),
                        Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"),
                        Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", "/run"), "docker.sock")));
    }

    static boolean isHere() {
        return here().answers();
    }

    /** Believes whoever names an engine by anything but a socket; Testcontainers finds out. */
    boolean answers() {
        String host = environment.get("DOCKER_HOST");
        if (host == null || host.isEmpty()) {
            return usualSockets.anyMatch(Docker::answers);
        }
        return !host.startsWith("unix://") || answers(Path.of(host.substring("unix://".length())));
    }

    private static boolean answers(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap("GET /_ping HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(16);
            while (answer.hasRemaining() && channel.read(answer) >= 0) {
                // The first line is enough.
            }
            return new String(answer.array(), StandardCharsets.US_ASCII).contains(" 200 ");
        } catch (IOException e) {
            return false;
        }
    }
}
