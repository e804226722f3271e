package dev.migrate.script;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The class that a source file becomes. */
final class CompiledSource {

    private CompiledSource() {}

    /** Compiles a revision in {@code com.example} or below, without a warning, and does something with its class. */
    static <T> T of(Path file, Path folder, Function<RevisionClass, T> work) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-encoding",
                "UTF-8",
                "-Xlint:all",
                "-Werror",
                "-cp",
                System.getProperty("java.class.path"));
        try (var files = compiler.getStandardFileManager(null, null, UTF_8)) {
            boolean done = compiler.getTask(output, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            assertThat(done).as(output + Files.readString(file)).isTrue();
        }
        ClassLoader own = CompiledSource.class.getClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, own)) {
            List<RevisionClass> found = new RevisionClasses(loader).load(List.of("com.example"));
            assertThat(found).hasSize(1);
            return work.apply(found.get(0));
        }
    }
}
