package dev.migrate.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Java source on pages. */
public final class JavaExamples {

    private JavaExamples() {}

    /** Compiles a file against what the tests see; the classes stand beside it. */
    public static void compile(Path source) throws IOException {
        StringWriter output = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, UTF_8)) {
            List<String> options =
                    List.of("-d", String.valueOf(source.getParent()), "-cp", System.getProperty("java.class.path"));
            boolean done = compiler.getTask(output, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(done).as(output.toString()).isTrue();
        }
    }
}
