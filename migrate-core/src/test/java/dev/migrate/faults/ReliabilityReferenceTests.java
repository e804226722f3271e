package dev.migrate.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.migrate.testing.ReferencePage;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code docs/reference/reliability.md} against the fault suite: what has measured a figure is there. */
class ReliabilityReferenceTests {

    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+(Row|Tests|Bench))`");

    private static final Pattern ROW = Pattern.compile("F\\d+");

    private final ReferencePage page = ReferencePage.read("reliability.md");

    @Test
    void everyRowNamesAClassThatIsThere() throws IOException {
        Set<String> sources = sources();
        for (List<String> row : rows("How it is checked")) {
            List<String> classes = CLASS.matcher(row.get(2))
                    .results()
                    .map(match -> match.group(1) + ".java")
                    .toList();
            assertThat(classes).as(row.toString()).isNotEmpty();
            assertThat(sources).containsAll(classes);
        }
    }

    @Test
    void everyFigureIsOfARowThatIsExplained() {
        Set<String> explained = rows("How it is checked").stream()
                .flatMap(row -> ROW.matcher(row.get(0)).results().map(match -> match.group()))
                .collect(Collectors.toSet());
        for (List<String> row : rows("What came of it")) {
            assertThat(ROW.matcher(row.get(0)).results().map(match -> match.group()))
                    .as(row.toString())
                    .allMatch(explained::contains);
        }
    }

    @Test
    void commandsNameWhatThereIs() throws IOException {
        String commands = page.section("Run it").text();
        assertThat(commands).contains("-Pfaults", "-Dmigrate.faults.seed=", "-Dmigrate.test.postgresql=16");
        assertThat(Files.readString(Path.of("..", "pom.xml"))).contains("<id>faults</id>");
        assertThat(Pattern.compile("-Dtest=(\\w+)").matcher(commands).results().map(match -> match.group(1) + ".java"))
                .isNotEmpty()
                .allMatch(sources()::contains);
    }

    private List<List<String>> rows(String heading) {
        List<List<String>> table = page.section(heading).table();
        return table.subList(1, table.size());
    }

    private static Set<String> sources() throws IOException {
        Set<String> names = new HashSet<>();
        for (String module : List.of("migrate-core", "benchmarks")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src"))) {
                files.forEach(file -> names.add(String.valueOf(file.getFileName())));
            }
        }
        return names;
    }
}
