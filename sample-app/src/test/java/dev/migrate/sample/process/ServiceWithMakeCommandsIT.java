package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import dev.migrate.sample.Follows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The workflow of a service with make commands and a container. */
@Follows("docs/how-to/service-with-make-commands.md")
@Execution(ExecutionMode.CONCURRENT)
class ServiceWithMakeCommandsIT {

    private final SampleProject project;
    private final Path images;
    private final SampleJar processes;
    private final SampleJar containers;
    private final Walkthrough walk;

    ServiceWithMakeCommandsIT(@TempDir Path folder) throws IOException {
        project = SampleProject.copied(folder.resolve("checkout"));
        images = folder.resolve("images");
        processes = project.processes(folder, images.resolve("image"));
        containers = project.processes(folder, images.resolve("image"));
        walk = new Walkthrough(Page.read("docs/how-to/service-with-make-commands.md"), project, processes);
    }

    @AfterEach
    void end() throws Exception {
        processes.killAll();
        containers.killAll();
    }

    @Test
    void everyWordOfMakeDoesWhatThePageShows() throws Exception {
        assumeThat(Program.isInstalled("make") && Program.isInstalled("bash"))
                .as("make and bash, which this workflow is about")
                .isTrue();
        walk.section("");
        walk.section("Up to date?");
        assertThat(project.database().history("applied")).hasSize(16);

        Dockerfile dockerfile = builtImage();
        SampleProcess container = dockerfile.start();
        container.awaitReady();
        assertThat(dockerfile.isHealthy(container)).isTrue();
        walk.section("In a container");
        assertThat(project.newestRevision()).contains("-- revises: b85d16f03ac9", "Count the seats of a room");

        walk.section("A new revision");
        walk.section("Back by hand");
        // The container is older than the database now, and stays in service.
        assertThat(dockerfile.isHealthy(container)).isTrue();
        walk.section("A run that fails");
        walk.rest();
        assertThat(project.database().query("SELECT version_num FROM migrate_version"))
                .containsExactly("d15ea5e00001");
        Outcome settled = make("migrate-force", "REV=d15ea5e00001", "DONE=yes");
        assertThat(settled.code()).isNotZero();
        assertThat(settled.err()).contains("Revision d15ea5e00001 is not interrupted");
    }

    private Outcome make(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("make"));
        command.addAll(List.of(words));
        return processes.start(project.folder(), command).outcome();
    }

    private Dockerfile builtImage() throws Exception {
        Path context = Files.createDirectories(project.home().resolve("context"));
        Files.createDirectories(context.resolve("target"));
        Path jar = context.resolve("target/sample-app.jar");
        Files.createSymbolicLink(jar, Path.of(System.getProperty("sample.jar")));
        Files.copy(project.folder().resolve("Dockerfile"), context.resolve("Dockerfile"));
        Dockerfile dockerfile = new Dockerfile(context, images, containers);
        dockerfile.build();
        Files.delete(jar);
        assertThat(dockerfile.image()).isEqualTo(images.resolve("image"));
        return dockerfile;
    }
}
