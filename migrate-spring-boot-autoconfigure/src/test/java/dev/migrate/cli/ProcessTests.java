package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.cli.CommandLineApplication.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** What only a process of its own can show: the real streams, the log, and the code that it ends with. */
class ProcessTests {

    private final Path folder;

    ProcessTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void standardOutputHoldsTheResultEvenIfTheLogIsLoud() throws Exception {
        Scripts.twoIn(folder.resolve("revisions"));

        Outcome outcome = migrate("heads", "--logging.level.root=debug");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualTo("bbbb22222222 (head)\n");
        assertThat(outcome.err()).contains("DEBUG");
    }

    @Test
    void logIsSilentUnlessSomethingIsWrong() throws Exception {
        Scripts.twoIn(folder.resolve("revisions"));

        assertThat(migrate("heads")).isEqualTo(new Outcome(0, "bbbb22222222 (head)\n", ""));
    }

    @Test
    void exitCodeReachesTheCaller() throws Exception {
        Scripts.twoIn(folder.resolve("revisions"));

        assertThat(migrate("show", "nope").code()).isEqualTo(1);
        assertThat(migrate("nope").code()).isEqualTo(2);
    }

    @Test
    void contextThatDoesNotComeUpIsExplainedOnce() throws Exception {
        Outcome outcome = migrate("heads", "--migrate.lock-wait=soon");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("FAILED: ").contains("lock-wait").doesNotContain("WARN", "\tat ");
    }

    private Outcome migrate(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CommandLineMain.class.getName(),
                "--migrate.locations=file:" + folder.resolve("revisions"),
                "migrate"));
        command.addAll(List.of(words));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("The command did not end: " + Files.readString(err));
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
