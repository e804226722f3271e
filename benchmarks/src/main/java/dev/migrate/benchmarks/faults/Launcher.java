package dev.migrate.benchmarks.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Starts processes with the class path of one tool, as cheaply as it gets. */
final class Launcher {

    private final Tool tool;

    private final Class<?> program;

    private final Path folder;

    private final String classPath;

    private final Path archive;

    /**
     * Prepares to start.
     *
     * @param program what is started, {@link Child} or one that is called and speaks like it
     * @param folder with the revisions
     * @param archive where to keep loaded classes between starts, beside jars of those that are in folders
     */
    Launcher(Tool tool, Class<?> program, Path folder, Path archive) throws IOException {
        this.tool = tool;
        this.program = program;
        this.folder = folder;
        this.classPath = classPath(tool, archive.resolveSibling("classes"));
        this.archive = archive;
    }

    Path folder() {
        return folder;
    }

    /** Starts a process. */
    Life start(String url, FaultPoint point) throws IOException {
        String sharing = Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-Xshare:auto";
        return start(url, point, sharing);
    }

    /**
     * Applies everything without a fault, and keeps what it takes to start faster from then on.
     *
     * @throws IllegalStateException if the tool does not get to the end
     */
    void applyUndisturbed(String url, long patience) throws IOException, InterruptedException {
        Life life = start(url, FaultPoint.NOWHERE, "-XX:ArchiveClassesAtExit=" + archive);
        String end = life.end(patience);
        if (!"done".equals(end)) {
            throw new IllegalStateException(tool + " does not apply the history at all: " + end);
        }
        life.awaitExit();
    }

    private Life start(String url, FaultPoint point, String sharing) throws IOException {
        return new Life(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        sharing,
                        "-cp",
                        classPath,
                        program.getName(),
                        tool.name(),
                        folder.toString(),
                        url,
                        point.toString())
                .redirectErrorStream(true)
                .start());
    }

    private static String classPath(Tool tool, Path packed) throws IOException {
        List<Path> entries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        if (entries.size() == 1) {
            // Started from the jar, which has the others beside it.
            Path jar = entries.get(0).toAbsolutePath();
            try (Stream<Path> jars = Files.list(jar.resolveSibling("lib"))) {
                entries = Stream.concat(Stream.of(jar), jars.sorted()).toList();
            }
        }
        List<String> needed = new ArrayList<>();
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                needed.add(packed(entry, Files.createDirectories(packed)).toString());
            } else if (tool.needs(String.valueOf(entry.getFileName()))) {
                needed.add(entry.toString());
            }
        }
        return String.join(File.pathSeparator, needed);
    }

    /** Puts classes into a jar, once: an archive takes none from folders, and none from a jar that is newer. */
    private static Path packed(Path classes, Path into) throws IOException {
        Path jar = into.resolve(Integer.toHexString(classes.hashCode()) + ".jar");
        if (Files.exists(jar)) {
            return jar;
        }
        try (Stream<Path> files = Files.walk(classes);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
