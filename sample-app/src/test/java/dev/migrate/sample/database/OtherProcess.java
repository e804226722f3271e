package dev.migrate.sample.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that opens the database of a directory, tells its URL in a file and closes it when its input ends. */
final class OtherProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path url;

    private OtherProcess(Process process, Path url) {
        this.process = process;
        this.url = url;
    }

    static OtherProcess start(Path directory) {
        try {
            Path url = Files.createTempFile("url", "");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherProcess.class.getName(),
                            directory.toString(),
                            url.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new OtherProcess(process, url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Files.size(url) == 0) {
            assertThat(process.isAlive()).isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(50);
        }
        return Files.readString(url);
    }

    void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        Files.delete(url);
    }

    void kill() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Files.delete(url);
    }

    public static void main(String[] args) throws IOException {
        try (AnnotationConfigApplicationContext context = context(Map.of("sample.data-directory", args[0]))) {
            Files.writeString(Path.of(args[1]), url(context));
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    static AnnotationConfigApplicationContext context(Map<String, Object> properties) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.register(EmbeddedDatabaseConfiguration.class);
        context.refresh();
        return context;
    }

    static String url(AnnotationConfigApplicationContext context) {
        JdbcConnectionDetails details = context.getBean(JdbcConnectionDetails.class);
        return details.getJdbcUrl() + "?user=" + details.getUsername();
    }
}
