package dev.migrate.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Planner;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTests {

    private static final Plan PLAN = new Planner(RevisionGraph.of(List.of(
                    new Revision("aaaa", List.of(), List.of(), List.of(), "Create people"),
                    new Revision("bbbb", List.of("aaaa"), List.of(), List.of(), "Index them by name"))))
            .upgrade(Heads.none(), Target.heads());

    private static final Step FIRST = PLAN.steps().get(0);

    private static final Step SECOND = PLAN.steps().get(1);

    private final MigrateException failure = new MigrateException("no", null);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void pipeGetsALinePerStepWithAlignedDurations() {
        Progress progress = progress(Look.PLAIN);

        progress.runStarted(PLAN);
        progress.stepStarted(FIRST);
        assertThat(text()).isEqualTo("Running upgrade <base> -> aaaa, Create people");
        progress.stepFinished(FIRST, Duration.ofMillis(41));
        progress.stepStarted(SECOND);
        progress.stepFinished(SECOND, Duration.ofMillis(1800));

        assertThat(text()).isEqualTo("""
                        Running upgrade <base> -> aaaa, Create people           41 ms
                        Running upgrade aaaa -> bbbb, Index them by name        1.8 s
                        """);
    }

    @Test
    void warningsNameTheCommandsOfTheApplication() {
        Channel channel = new Channel(new PrintStream(written, true, StandardCharsets.UTF_8), Look.PLAIN);

        new Progress(channel.inTheWordsOf(new Invocation("db", List.of())))
                .warning("Finish it with `migrate backfill run prices`.");

        assertThat(text()).isEqualTo("WARNING: Finish it with `db backfill run prices`.\n");
    }

    @Test
    void noticeStandsOnALineOfItsOwn() {
        Progress progress = progress(Look.PLAIN);

        progress.runStarted(PLAN);
        progress.stepStarted(FIRST);
        progress.notice(FIRST, "skipping");
        progress.stepFinished(FIRST, Duration.ofMillis(41));

        assertThat(text().lines())
                .containsExactly(
                        "Running upgrade <base> -> aaaa, Create people",
                        "  skipping",
                        "Running upgrade <base> -> aaaa, Create people           41 ms");
    }

    @Test
    void logOfARunningStepStandsOnLinesOfItsOwn() {
        Channel channel = channel(Look.PLAIN);
        Progress progress = new Progress(channel);

        progress.runStarted(PLAN);
        progress.stepStarted(FIRST);
        channel.forOthers().println("WARN something");
        channel.forOthers().println("WARN more");
        progress.stepFinished(FIRST, Duration.ofMillis(41));

        assertThat(text().lines())
                .containsExactly(
                        "Running upgrade <base> -> aaaa, Create people",
                        "WARN something",
                        "WARN more",
                        "Running upgrade <base> -> aaaa, Create people           41 ms");
    }

    @Test
    void logTakesThePlaceOfTheClockAtATerminal() {
        Channel channel = channel(Look.LIVE);

        channel.begin("[###---]");
        channel.forOthers().println("WARN something");
        channel.end("not shown");

        assertThat(text()).isEqualTo("[###---]\r\u001b[KWARN something\n");
    }

    @Test
    void failureEndsTheLine() {
        Progress progress = progress(Look.PLAIN);

        progress.runStarted(PLAN);
        progress.stepStarted(FIRST);
        progress.stepFailed(FIRST, failure);
        progress.runFailed(failure);

        assertThat(text()).isEqualTo("Running upgrade <base> -> aaaa, Create people\n");
    }

    @Test
    void waitingForTheServerIsShownWithItsCause() {
        Progress progress = progress(Look.PLAIN);

        progress.waitingForServer(failure, Duration.ZERO);
        progress.waitingForServer(failure, Duration.ofSeconds(10));

        assertThat(text().lines())
                .containsExactly(
                        "Waiting for the server. " + failure.getMessage(),
                        "Waiting for the server, for 10.0 s. " + failure.getMessage());
    }

    @Test
    void waitingForTheLockIsShown() {
        Progress progress = progress(Look.PLAIN);

        progress.waitingForLock(null, Duration.ZERO);
        progress.waitingForLock(null, Duration.ofSeconds(10));
        progress.lockAcquired(Duration.ofSeconds(12));

        assertThat(text().lines())
                .containsExactly(
                        "Waiting for the lock of another run.",
                        "Waiting for the lock of another run, for 10.0 s.",
                        "Obtained the lock after 12.0 s.");
    }

    @Test
    void terminalGetsARunningClock() throws InterruptedException {
        Progress progress = progress(Look.LIVE);

        progress.runStarted(PLAN);
        progress.stepStarted(FIRST);
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!text().contains("1.0 s") && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        progress.stepFinished(FIRST, Duration.ofMillis(1041));
        progress.runFailed(failure);

        assertThat(text()).contains("\r\u001b[K", "1.0 s").endsWith("Create people           1.0 s\n");
    }

    private Progress progress(Look look) {
        return new Progress(channel(look));
    }

    private Channel channel(Look look) {
        return new Channel(new PrintStream(written, true, StandardCharsets.UTF_8), look);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
