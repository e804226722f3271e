package dev.migrate.sample.process;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Follows a page: does what its blocks say, in their order, and sees what they show. */
final class Walkthrough {

    private static final Pattern HOST = Pattern.compile("localhost:8080(\\S*)");
    private static final Pattern COMMAND = Pattern.compile(".*\\.jar (migrate|db)\\b.*");

    private final Project project;
    private final SampleJar processes;
    private final Deque<Page.Block> left;
    private final Deque<SampleProcess> running = new ArrayDeque<>();

    private String output = "";

    Walkthrough(Page page, Project project, SampleJar processes) {
        this.project = project;
        this.processes = processes;
        this.left = new ArrayDeque<>(
                page.blocks().stream().filter(block -> block.notRun() == null).toList());
    }

    /** Follows the page to its end. */
    void rest() throws Exception {
        while (!left.isEmpty()) {
            step();
        }
    }

    /** Follows a section, which must be the next one. */
    void section(String heading) throws Exception {
        assertThat(section()).isEqualTo(heading);
        while (heading.equals(section())) {
            step();
        }
    }

    /** Does what one block says, and looks at what the page shows of it. */
    void step() throws Exception {
        Page.Block block = left.remove();
        String file = block.file();
        if (file != null) {
            project.write(file, block.content());
            return;
        }
        switch (block.language()) {
            case "sh" -> {
                Page.Block shown = left.peek();
                boolean fails = shown != null
                        && shown.language().equals("text")
                        && shown.content().contains("FAILED:");
                output = "";
                shell(block.content(), fails);
                if (shown != null && shown.language().equals("text")) {
                    Shown.assertSame(left.remove().content(), output);
                }
            }
            case "sql" -> Shown.assertSame(block.content(), project.newestRevision());
            default -> throw new AssertionError("Nobody knows what to do with " + block);
        }
    }

    /** Returns what the last block has written. */
    String output() {
        return output;
    }

    /** Returns what was started last in the background. */
    SampleProcess running() {
        return running.getLast();
    }

    void assertDone() {
        assertThat(left).isEmpty();
    }

    private @Nullable String section() {
        return left.isEmpty() ? null : left.element().section();
    }

    /** Runs lines, those together that belong to nobody else. */
    private void shell(String content, boolean fails) throws Exception {
        List<String> script = new ArrayList<>();
        for (String line : content.lines().toList()) {
            boolean plain = !line.startsWith("mvn ")
                    && !line.startsWith("curl ")
                    && !line.startsWith("psql ")
                    && !line.equals("kill %1")
                    && !line.equals("wait")
                    && !isBackground(line);
            if (plain) {
                script.add(line);
            } else {
                run(script, false);
                special(line);
            }
        }
        run(script, fails);
    }

    private static boolean isBackground(String line) {
        return line.endsWith(" &")
                || (line.contains("java -jar") && !COMMAND.matcher(line).matches());
    }

    private void special(String line) throws Exception {
        if (line.startsWith("mvn ")) {
            output += project.maven(line.substring(line.lastIndexOf(' ') + 1), processes);
        } else if (line.startsWith("curl ")) {
            request(line);
        } else if (line.startsWith("psql ")) {
            Path script = project.folder().resolve(line.substring(line.lastIndexOf(' ') + 1));
            assertThat(Psql.best().run(project.database(), script)).as(line).isTrue();
        } else if (line.equals("kill %1")) {
            running.removeLast().stop();
        } else if (line.equals("wait")) {
            Outcome outcome = running.removeLast().outcome();
            assertThat(outcome.code()).as(outcome.out()).isZero();
            output += outcome.out();
        } else {
            String command = line.replaceFirst(" &$", "").replaceFirst("java -jar", "exec java -jar");
            running.addLast(start(command));
        }
    }

    /** With {@code -f} the page says that all is well: it may take its time to become so. */
    private void request(String line) throws Exception {
        Matcher path = HOST.matcher(line);
        assertThat(path.find()).as(line).isTrue();
        String where = requireNonNull(path.group(1));
        HttpResponse<String> answer = line.contains(" -sf ")
                ? Await.answer("an answer to " + line + " from " + running(), () -> {
                    HttpResponse<String> one = running().get(where);
                    return one.statusCode() < 400 ? one : null;
                })
                : running().get(where);
        output += (line.contains("%{http_code}") ? answer.statusCode() : answer.body()) + "\n";
    }

    private void run(List<String> script, boolean fails) throws Exception {
        if (script.isEmpty()) {
            return;
        }
        Outcome outcome = start("set -e\n" + String.join("\n", script)).outcome();
        script.clear();
        assertThat(outcome.code() != 0).as(outcome.out()).isEqualTo(fails);
        output += outcome.out();
    }

    private SampleProcess start(String script) throws IOException {
        return processes.start(project.folder(), List.of("sh", "-c", "exec 2>&1\n" + script));
    }
}
