package dev.migrate.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.testing.JavaExamples;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code docs/reference/operations} against the operations. */
class OperationReferenceTests {

    private static final Path FOLDER = Path.of("..", "docs", "reference", "operations");

    private static final String IMPORTS = """
            import java.util.List;
            import dev.migrate.operation.*;
            import dev.migrate.schema.*;
            import dev.migrate.schema.ForeignKey.Action;
            import static dev.migrate.operation.ColumnDefinition.column;
            import static dev.migrate.schema.SqlExpression.sql;
            import static dev.migrate.schema.Types.*;
            """;

    private final Map<String, String> pages = pages();

    @Test
    void everyOperationHasAPage() {
        List<String> names = Stream.of(Operation.class.getPermittedSubclasses())
                .map(OperationReferenceTests::page)
                .toList();

        assertThat(pages.keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void contentsNameEveryPageOnce() throws IOException {
        List<String> linked = Files.readString(FOLDER.resolve("README.md"))
                .lines()
                .filter(line -> line.startsWith("- ["))
                .map(line -> line.substring(line.lastIndexOf('(') + 1, line.length() - 1))
                .toList();

        assertThat(linked).containsExactlyInAnyOrderElementsOf(pages.keySet());
    }

    @Test
    void everyExampleIsItsOperationAndSaysWhereItDoesNotWork(@TempDir Path folder) throws Exception {
        Map<String, List<Operation>> recorded = record(folder);

        recorded.forEach((page, operations) -> {
            assertThat(operations).as(page).anyMatch(operation -> page(kind(operation))
                    .equals(page));
            for (Dialect dialect : Dialects.builtIn()) {
                List<String> reasons = operations.stream()
                        .map(dialect::unsupported)
                        .filter(reason -> reason != null)
                        .map(String::valueOf)
                        .distinct()
                        .toList();
                List<String> written = text(page)
                        .lines()
                        .filter(line -> line.startsWith("- " + dialect.name() + " has no "))
                        .map(line -> line.substring(2, line.length() - 1))
                        .toList();
                assertThat(written).as(page).containsExactlyElementsOf(reasons);
            }
        });
    }

    private Map<String, List<Operation>> record(Path folder) throws Exception {
        Path source = folder.resolve("Examples.java");
        StringBuilder text = new StringBuilder(IMPORTS + "public class Examples {\n");
        pages.forEach((page, content) -> text.append("public static void ")
                .append(method(page))
                .append("(Operations op) {\n")
                .append(content, content.indexOf("```java\n") + 8, content.indexOf("\n```\n"))
                .append("\n}\n"));
        Files.writeString(source, text.append("}\n"));
        JavaExamples.compile(source);
        Map<String, List<Operation>> recorded = new LinkedHashMap<>();
        URL[] classes = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            Class<?> examples = loader.loadClass("Examples");
            for (String page : pages.keySet()) {
                Method method = examples.getMethod(method(page), Operations.class);
                recorded.put(page, Operations.record(op -> invoke(method, op)));
            }
        }
        return recorded;
    }

    private static void invoke(Method method, Operations op) {
        try {
            method.invoke(null, op);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method.getName(), e);
        }
    }

    private String text(String page) {
        return pages.getOrDefault(page, "");
    }

    private static String method(String page) {
        return page.replace('-', '_').replace(".md", "");
    }

    private static Class<?> kind(Operation operation) {
        return operation instanceof CustomOperation ? CustomOperation.class : operation.getClass();
    }

    private static String page(Class<?> operation) {
        String words = operation.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1");
        return words.toLowerCase(Locale.ROOT) + ".md";
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                pages.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pages.remove("README.md");
        return pages;
    }
}
