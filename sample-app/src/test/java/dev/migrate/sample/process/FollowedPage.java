package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import dev.migrate.sample.Follows;

import static java.util.Objects.requireNonNull;

/**
 * Somebody who follows a page with the application of the tutorial, before its first revision: the page that {@link Follows} names first.
 * Each has a folder, a database and processes of its own, so two do it at the same time.
 */
@Execution(ExecutionMode.CONCURRENT)
abstract class FollowedPage {

    final ShopProject project;
    final SampleDatabase database;
    final SampleJar processes;
    final Walkthrough walk;

    FollowedPage(Path folder) throws IOException {
        String page = requireNonNull(getClass().getAnnotation(Follows.class)).value()[0];
        project = ShopProject.afterTheFirstSteps(folder);
        database = project.database();
        processes = project.processes(folder);
        walk = new Walkthrough(Page.read(page), project, processes);
    }

    @AfterEach
    void end() throws Exception {
        processes.killAll();
    }
}
