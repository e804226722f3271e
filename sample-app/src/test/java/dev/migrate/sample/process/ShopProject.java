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
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The project of the tutorial, built as Maven would, though without Maven: this repository's jars are in no repository yet. */
record ShopProject(Path folder, SampleDatabase database) implements Project {

    private static final String TESTS = "target/test-classes";

    /** Returns the application of the tutorial before its first revision, with an empty database. */
    static ShopProject afterTheFirstSteps(Path folder) throws IOException {
        ShopProject project = new ShopProject(Files.createDirectory(folder.resolve("shop")), SampleDatabase.create());
        for (Page.Block block : Page.read("docs/tutorial/first-revisions.md").blocks()) {
            if (block.section().equals("2. An application")) {
                project.write(Objects.requireNonNull(block.file()), block.content());
            }
        }
        return project;
    }

    /** Returns what runs its commands, and the application itself on any port. */
    SampleJar processes(Path files) {
        return new SampleJar(files)
                .with("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
                .with("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"))
                .with("SPRING_DATASOURCE_URL", database.url())
                .with("SERVER_PORT", "0");
    }

    @Override
    public String maven(String phase, SampleJar processes) throws Exception {
        if (phase.equals("package")) {
            build();
            return "";
        }
        assertThat(phase).isEqualTo("test");
        Outcome tests = processes.start(folder, tests()).outcome();
        assertThat(tests.code()).as(tests.out() + tests.err()).isZero();
        return tests.out();
    }

    /** Makes {@code target/shop.jar}, which finds its libraries where this test has them. */
    private void build() throws IOException {
        Path classes = compiled();
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

    private List<String> tests() throws IOException {
        Path classes = compiled();
        Path tests = Files.createDirectories(folder.resolve(TESTS));
        compile(files(folder.resolve("src/test/java")), tests, Stream.concat(Stream.of(classes), libraries()));
        Path runner = Path.of(System.getProperty("sample.jar")).resolveSibling("test-classes");
        Stream<Path> path =
                Stream.concat(Stream.of(tests, classes, folder.resolve("src/main/resources"), runner), libraries());
        return List.of("java", "-cp", joined(path), TestsOfProject.class.getName(), tests.toString());
    }

    /** From nothing: a class that has gone must not stay. */
    private Path compiled() throws IOException {
        Path classes = folder.resolve("target/classes");
        FileSystemUtils.deleteRecursively(classes);
        Files.createDirectories(classes);
        compile(files(folder.resolve("src/main/java")), classes, libraries());
        return classes;
    }

    private static String joined(Stream<Path> path) {
        return path.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static void compile(List<Path> sources, Path classes, Stream<Path> path) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        OutputStream messages = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(
                List.of("--release", "17", "-parameters", "-proc:none", "-cp", joined(path), "-d", classes.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        if (compiler.run(null, messages, messages, arguments.toArray(String[]::new)) != 0) {
            throw new AssertionError(messages.toString());
        }
    }

    /** What the sample application itself consists of is none of the tutorial's, nor is what tests bring. */
    static Stream<Path> libraries() {
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
