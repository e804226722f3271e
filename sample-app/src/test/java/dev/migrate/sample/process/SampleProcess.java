package dev.migrate.sample.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running process. */
final class SampleProcess {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final int MINUTES = 8;

    private final Process process;
    private final Path out;
    private final Path err;

    SampleProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Waits for the end. */
    Outcome outcome() throws IOException, InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("The process did not end: " + this);
        }
        return new Outcome(process.exitValue(), out(), err());
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    /** Ends the process as {@code kill -9} does, without a chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("The process was not killed: " + this);
        }
    }

    /** Ends the process as {@code kill} does. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("The process did not stop: " + this);
        }
    }

    /** Waits until the application answers, and returns where. */
    URI url() throws Exception {
        Matcher port = Await.answer("a web server in " + this, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The process has ended: " + outcome());
            }
            Matcher matcher = PORT.matcher(out());
            return matcher.find() ? matcher : null;
        });
        return URI.create("http://localhost:" + port.group(1));
    }

    HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until the application says that it is ready. */
    void awaitReady() throws Exception {
        Await.condition(
                "a ready " + this, () -> get("/actuator/health/readiness").statusCode() == 200);
    }

    @Override
    public String toString() {
        try {
            return process + "\n" + out() + "\n" + err();
        } catch (IOException e) {
            return process + ", whose output cannot be read: " + e.getMessage();
        }
    }
}
