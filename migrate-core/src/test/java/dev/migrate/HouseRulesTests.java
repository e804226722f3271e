package dev.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

/** What the sources of every module keep to and no bytecode tells. */
class HouseRulesTests {

    private static final Path REPOSITORY = Path.of("..");

    private static final String PACKAGE = "package-info.java";

    private final List<Path> sources = sources();

    @Test
    void everyFileHasAtMost400Lines() {
        assertThat(sources).filteredOn(file -> lines(file).size() > 400).isEmpty();
    }

    @Test
    void everyPackageSaysOnceWhomItIsForAndIsNullMarked() {
        packages().forEach((name, files) -> assertThat(files)
                .as(name)
                .filteredOn(file -> file.endsWith(PACKAGE))
                .singleElement()
                .satisfies(file -> assertThat(lines(file))
                        .as(file.toString())
                        .contains("@NullMarked")
                        .first()
                        .asString()
                        .matches("/\\*\\* (Public|Internal): .*")));
    }

    @Test
    void everyTestClassIsNamedSoThatItRuns() {
        assertThat(sources)
                .filteredOn(file -> slashes(file).contains("/src/test/java/"))
                .filteredOn(file -> lines(file).stream()
                        .anyMatch(line -> line.matches("    (@Test|@ParameterizedTest.*|@TestFactory|@ArchTest)")))
                .filteredOn(file -> !lines(file).stream().anyMatch(line -> line.matches("(public )?abstract class .*")))
                .allSatisfy(file -> assertThat(file.getFileName().toString()).matches("\\w+(Tests|IT)\\.java"));
    }

    /** {@code %d} writes other digits in other locales, as SQL and file names must not; a number is {@code %s}. */
    @Test
    void noTextDependsOnTheDigitsOfTheMachine() {
        Pattern localized =
                Pattern.compile("(?<!Locale\\.ROOT,\\s{0,40})\"(?!strftime)[^\"\n]*%[-+ 0,(#]*\\d*(\\.\\d+)?[def]");
        assertThat(sources)
                .filteredOn(file -> slashes(file).contains("/src/main/java/")
                        && !slashes(file).contains("/benchmarks/"))
                .filteredOn(file ->
                        localized.matcher(String.join("\n", lines(file))).find())
                .isEmpty();
    }

    /** Without one the common pool runs it, which has a single thread on two processors: two that wait for each other hang. */
    @Test
    void whatGoesOnBesideATestNamesItsThread() {
        Pattern unnamed = Pattern.compile("(supply|run)Async\\((?![^;]*OwnThread)");
        assertThat(sources)
                .filteredOn(file -> slashes(file).contains("/src/test/java/"))
                .filteredOn(
                        file -> unnamed.matcher(String.join("\n", lines(file))).find())
                .isEmpty();
    }

    /** Returns the sources of every package, whose main and test folders count as one. */
    private Map<String, List<Path>> packages() {
        return sources.stream()
                .collect(groupingBy(
                        file -> slashes(file.getParent()).replace("/src/test/java/", "/src/main/java/"),
                        TreeMap::new,
                        toList()));
    }

    private static List<Path> sources() {
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            List<Path> sources = modules.flatMap(module -> Stream.of("main", "test")
                            .map(part -> module.resolve("src").resolve(part).resolve("java")))
                    .filter(Files::isDirectory)
                    .flatMap(HouseRulesTests::javaFiles)
                    .toList();
            assertThat(sources).as("the tests run in the folder of the module").hasSizeGreaterThan(100);
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String slashes(@Nullable Path path) {
        return String.valueOf(path).replace('\\', '/');
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
