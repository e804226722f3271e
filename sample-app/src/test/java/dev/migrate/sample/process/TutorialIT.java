package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Does what the tutorial says, step by step, and sees what it shows. */
class TutorialIT {

    private static final String HOST = "localhost:8080";

    private final Page tutorial = Page.read("docs/tutorial/first-revisions.md");

    private final ShopProject project;

    private final SampleJar processes;

    private final List<SampleProcess> running = new ArrayList<>();

    private String output = "";

    TutorialIT(@TempDir Path folder) throws IOException {
        this.project = new ShopProject(Files.createDirectory(folder.resolve("shop")));
        this.processes = new SampleJar(folder)
                .with("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
                .with("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"))
                .with("SPRING_DATASOURCE_URL", SampleDatabase.create().url())
                .with("SERVER_PORT", "0");
    }

    @AfterEach
    void end() throws Exception {
        processes.killAll();
    }

    @Test
    void everyStepDoesWhatThePageShows() throws Exception {
        int shown = 0;
        for (Page.Block block : tutorial.blocks()) {
            if (block.notRun()) {
                continue;
            }
            if (block.file() != null) {
                project.write(block.file(), block.content());
                continue;
            }
            switch (block.language()) {
                case "sh" -> {
                    output = "";
                    for (String line : block.content().lines().toList()) {
                        run(line);
                    }
                }
                case "text" -> assertThat(general(output)).isEqualTo(general(block.content()));
                case "sql" -> assertThat(general(project.newestRevision())).isEqualTo(general(block.content()));
                default -> throw new AssertionError("Nobody knows what to do with " + block);
            }
            shown++;
        }
        assertThat(shown).isGreaterThan(8);
        assertThat(running).hasSize(1);
    }

    @Test
    void versionsAreThoseOfThisBuild() throws IOException {
        String build = Files.readString(tutorial.repository().resolve("pom.xml"));
        String pom = tutorial.blocks("xml").get(0);

        assertThat(versions(pom, "<artifactId>spring-boot-starter-parent</artifactId>\\s*<version>([^<]+)"))
                .isEqualTo(versions(build, "<spring-boot.version>([^<]+)"));
        assertThat(versions(pom, "<artifactId>migrate-spring-boot-starter</artifactId>\\s*<version>([^<]+)"))
                .isEqualTo(versions(build, "<artifactId>migrate-parent</artifactId>\\s*<version>([^<]+)"));
    }

    @Test
    void linksLeadSomewhere() {
        Path folder = tutorial.repository().resolve("docs/tutorial");
        assertThat(tutorial.links()).isNotEmpty().allSatisfy(link -> assertThat(folder.resolve(link))
                .exists());
    }

    private void run(String line) throws Exception {
        if (line.startsWith("mvn ")) {
            project.build();
        } else if (line.startsWith("curl ")) {
            String path = line.substring(line.indexOf(HOST) + HOST.length());
            SampleProcess application = running.get(running.size() - 1);
            application.awaitReady();
            assertThat(application.get(path).statusCode()).isEqualTo(200);
            assertThat(application.get(path).body()).containsAnyOf("\"UP\"", "\"UP_TO_DATE\"");
        } else {
            SampleProcess process = processes.start(project.folder(), List.of("sh", "-c", "exec " + line + " 2>&1"));
            if (line.contains(" migrate ")) {
                Outcome outcome = process.outcome();
                assertThat(outcome.code()).as(outcome.out()).isZero();
                output += outcome.out();
            } else {
                running.add(process);
            }
        }
    }

    private static String versions(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return requireNonNull(matcher.group(1));
    }

    /** What is another from run to run. */
    private static String general(String text) {
        return text.strip()
                .replaceAll("(?m)^Picked up JAVA_TOOL_OPTIONS.*\n", "")
                .replaceAll("\\b[0-9a-f]{12}\\b", "ID")
                .replaceAll("\\d{4}_\\d\\d_\\d\\d_\\d{4}-[0-9a-f]{12}", "FILE")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z|\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "TIME")
                .replaceAll("by \\w+ in", "by USER in")
                .replaceAll(" +\\d[\\d.]* m?s\\b", " DURATION")
                .replaceAll("PostgreSQL [\\d.]+, \\w+", "PostgreSQL");
    }
}
