package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import dev.migrate.sample.Follows;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Does what the tutorial says, step by step, and sees what it shows. */
@Follows("docs/tutorial/first-revisions.md")
@Execution(ExecutionMode.CONCURRENT)
class TutorialIT {

    private final Page tutorial = Page.read("docs/tutorial/first-revisions.md");
    private final SampleJar processes;
    private final Walkthrough walk;

    TutorialIT(@TempDir Path folder) throws IOException {
        ShopProject project = new ShopProject(Files.createDirectory(folder.resolve("shop")), SampleDatabase.create());
        processes = project.processes(folder);
        walk = new Walkthrough(tutorial, project, processes);
    }

    @AfterEach
    void end() throws Exception {
        processes.killAll();
    }

    @Test
    void everyStepDoesWhatThePageShows() throws Exception {
        walk.rest();

        assertThat(walk.output()).contains("\"status\":\"UP\"", "\"state\":\"UP_TO_DATE\"");
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

    private static String versions(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return requireNonNull(matcher.group(1));
    }
}
