package dev.migrate.sample.process;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The project of the tutorial, built as Maven would, though without Maven: this repository's jars are in no repository yet. */
record ShopProject(Path folder) {

    void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content + "\n");
    }

    /** Makes {@code target/shop.jar}, which finds its libraries where this test has them. */
    void build() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("target/classes"));
        compile(files(folder.resolve("src/main/java")), classes);
        Path resources = folder.resolve("src/main/resources");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "com.example.shop.ShopApplication");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        libraries().map(path -> path.toUri().toString()).collect(Collectors.joining(" ")));
        try (OutputStream out = Files.newOutputStream(folder.resolve("target/shop.jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            add(jar, classes);
            add(jar, resources);
        }
    }

    /** Returns the newest revision. */
    String newestRevision() throws IOException {
        List<Path> revisions = files(folder.resolve("src/main/resources/db/revisions"));
        return Files.readString(revisions.get(revisions.size() - 1)).strip();
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        OutputStream messages = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(
                "-parameters",
                "-proc:none",
                "-cp",
                libraries().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "-d",
                classes.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        if (compiler.run(null, messages, messages, arguments.toArray(String[]::new)) != 0) {
            throw new AssertionError(messages.toString());
        }
    }

    /** What the sample application itself consists of is none of the tutorial's, nor is what tests bring. */
    private static Stream<Path> libraries() {
        Path sample = Path.of(System.getProperty("sample.jar")).getParent();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> !path.startsWith(sample))
                .filter(path ->
                        !path.endsWith("test-classes") && !path.toString().endsWith("-tests.jar"));
    }

    /** With entries for the folders: class paths are searched by them. */
    private static void add(JarOutputStream jar, Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(path -> !path.equals(root)).sorted().toList()) {
                String name = root.relativize(path).toString().replace(File.separatorChar, '/');
                boolean isFolder = Files.isDirectory(path);
                jar.putNextEntry(new JarEntry(isFolder ? name + "/" : name));
                if (!isFolder) {
                    Files.copy(path, jar);
                }
                jar.closeEntry();
            }
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
