package dev.migrate.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page shows of Java is in the tests beside this one, which run it. */
@Follows("docs/how-to/test-your-revisions.md")
class TestYourRevisionsPageTests {

    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\n(.*?)^```$");

    @Test
    void everyBlockOfJavaIsRun() throws IOException {
        String page = Files.readString(Path.of("../docs/how-to/test-your-revisions.md"));
        List<String> blocks = JAVA.matcher(page)
                .results()
                .map(block -> withoutIndentation(block.group(1)))
                .toList();
        String tests;
        try (Stream<Path> files = Files.list(Path.of("src/test/java/dev/migrate/sample"))) {
            tests = files.filter(Files::isRegularFile)
                    .map(TestYourRevisionsPageTests::read)
                    .collect(Collectors.joining());
        }

        assertThat(blocks).hasSizeGreaterThan(4).allSatisfy(block -> assertThat(tests)
                .contains(block));
    }

    private static String read(Path file) {
        try {
            return withoutIndentation(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
