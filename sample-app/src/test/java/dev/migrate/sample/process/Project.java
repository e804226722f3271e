package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which somebody follows a page. */
interface Project {

    Path folder();

    /** Returns the database that it is configured with. */
    SampleDatabase database();

    /**
     * Does what Maven does.
     *
     * @param phase {@code package}, which passes over tests, or {@code test}
     * @param processes to run tests with
     * @return what the tests wrote
     */
    String maven(String phase, SampleJar processes) throws Exception;

    /** Puts a file into it. */
    default void write(String file, String content) throws IOException {
        Path path = folder().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content + "\n");
    }

    /** Returns the script whose file name comes last, which is the newest one. */
    default String newestRevision() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("src/main/resources/db/revisions"))) {
            List<Path> revisions = files.sorted().toList();
            return Files.readString(revisions.get(revisions.size() - 1)).strip();
        }
    }
}
