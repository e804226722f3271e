package dev.migrate.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts processes that have just the class path of one tool. */
final class Fork {

    private final Path classes;

    private final Path lib;

    private final Path results;

    /**
     * Starts processes of this program's jar.
     *
     * @param jar with the other jars in the folder {@code lib} beside it
     * @param results a folder for what the processes say
     */
    Fork(Path jar, Path results) throws IOException {
        this.classes = withoutManifest(jar, results.resolve("classes.jar"));
        this.lib = jar.resolveSibling("lib");
        this.results = results;
    }

    /** The manifest names the jars of all tools, and each class that is looked for would be looked for in all of them. */
    private static Path withoutManifest(Path jar, Path copy) throws IOException {
        try (JarInputStream in = new JarInputStream(Files.newInputStream(jar));
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                out.putNextEntry(new JarEntry(entry.getName()));
                in.transferTo(out);
            }
        }
        return copy;
    }

    /** Starts one that does the work, once on each database. */
    Running start(Tool tool, Work work, Path folder, List<String> urls) throws IOException {
        Path result = Files.createTempFile(results, tool.name(), ".result");
        Path log = Files.createTempFile(results, tool.name(), ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(tool),
                Child.class.getName(),
                tool.name(),
                work.toString(),
                folder.toString(),
                result.toString()));
        command.addAll(urls);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Running(process, result, log);
    }

    private String classPath(Tool tool) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            return Stream.concat(
                            Stream.of(classes),
                            jars.filter(other -> tool.needs(other.getFileName().toString()))
                                    .sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** A process that was started. */
    record Running(Process process, Path result, Path log) {

        boolean succeeds() throws InterruptedException {
            return process.waitFor() == 0;
        }

        Measurement measurement() throws IOException, InterruptedException {
            if (!succeeds()) {
                throw new IllegalStateException("A measured process failed:\n" + Files.readString(log));
            }
            return Measurement.read(result);
        }
    }
}
