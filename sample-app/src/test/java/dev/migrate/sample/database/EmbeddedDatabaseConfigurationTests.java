package dev.migrate.sample.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import dev.migrate.error.MigrateException;

import static dev.migrate.sample.database.OtherProcess.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedDatabaseConfigurationTests {

    private final Path directory;

    EmbeddedDatabaseConfigurationTests(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void nothingIsStartedWhereADatabaseIsConfigured() {
        try (AnnotationConfigApplicationContext context = OtherProcess.context(Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://db.example/meetings",
                "sample.data-directory",
                directory.toString()))) {
            assertThat(context.getBeansOfType(JdbcConnectionDetails.class)).isEmpty();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void dataSurvivesARestartAndTheServerStopsWithItsLastUser() throws Exception {
        String url;
        try (AnnotationConfigApplicationContext first = open();
                AnnotationConfigApplicationContext second = open()) {
            url = url(first);
            assertThat(url(second)).isEqualTo(url);
            execute(url, "CREATE TABLE kept (id int)");
            first.close();
            execute(url, "INSERT INTO kept VALUES (1)");
        }
        assertStopped(url);
        try (AnnotationConfigApplicationContext again = open()) {
            assertThat(query(url(again), "SELECT count(*) FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void aKilledServerIsStartedAgain() throws Exception {
        AnnotationConfigApplicationContext killed = open();
        execute(url(killed), "CREATE TABLE kept (id int)");
        ProcessHandle server = server();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);
        assertThat(pidFile()).exists();
        try (AnnotationConfigApplicationContext again = open()) {
            assertThat(query(url(again), "SELECT count(*) FROM kept")).isEqualTo("0");
            killed.close();
            assertThat(query(url(again), "SELECT count(*) FROM kept")).isEqualTo("0");
        }
    }

    @Test
    void theServerOfAKilledProcessIsTakenOver() throws Exception {
        OtherProcess other = OtherProcess.start(directory);
        String url = other.url();
        other.kill();
        assertThat(query(url, "SELECT 1")).isEqualTo("1");
        try (AnnotationConfigApplicationContext context = open()) {
            assertThat(url(context)).isEqualTo(url);
        }
        assertStopped(url);
    }

    @Test
    void processesThatStartTogetherShareOneServer() throws Exception {
        OtherProcess one = OtherProcess.start(directory);
        OtherProcess two = OtherProcess.start(directory);
        String url = one.url();
        assertThat(two.url()).isEqualTo(url);
        one.end();
        assertThat(query(url, "SELECT 1")).isEqualTo("1");
        two.end();
        assertStopped(url);
    }

    @Test
    void anInitializationThatWasCutOffIsRepeated() throws Exception {
        Files.createFile(directory.resolve("initializing"));
        Files.createDirectories(directory.resolve("postgresql"));
        Files.writeString(directory.resolve("postgresql/postgresql.conf"), "half");
        try (AnnotationConfigApplicationContext context = open()) {
            assertThat(query(url(context), "SHOW fsync")).isEqualTo("on");
            assertThat(query(url(context), "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void whatCannotBeStartedSaysWhatElseToDo() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> OtherProcess.context(Map.of("sample.data-directory", file.toString())))
                .satisfies(failure -> assertThat(Stream.iterate(failure, Objects::nonNull, Throwable::getCause))
                        .filteredOn(MigrateException.class::isInstance)
                        .singleElement(InstanceOfAssertFactories.type(MigrateException.class))
                        .extracting(MigrateException::hint, InstanceOfAssertFactories.STRING)
                        .contains("SPRING_DATASOURCE_URL"));
    }

    private AnnotationConfigApplicationContext open() {
        return OtherProcess.context(Map.of("sample.data-directory", directory.toString()));
    }

    private Path pidFile() {
        return directory.resolve("postgresql/postmaster.pid");
    }

    private ProcessHandle server() throws Exception {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).get(0)))
                .orElseThrow();
    }

    private static void assertStopped(String url) {
        assertThatThrownBy(() -> execute(url, "SELECT 1")).hasMessageContaining("refused");
    }

    private static void execute(String url, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(String url, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
