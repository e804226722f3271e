package dev.migrate.sample.process;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares what a page shows with what a command wrote, but for what is another each time; {@code …} stands for anything. */
final class Shown {

    /** Alone on a line it also stands for no line at all. */
    private static final String ANYTHING = "(?m)^…\n|…";

    private Shown() {}

    static void assertSame(String shown, String written) {
        String expected = general(shown);
        String pattern =
                Arrays.stream(expected.split(ANYTHING, -1)).map(Pattern::quote).collect(Collectors.joining("(?s:.*?)"));
        if (!Pattern.matches(pattern, general(written))) {
            assertThat(general(written)).isEqualTo(expected);
        }
    }

    private static String general(String text) {
        return text.strip()
                .replaceAll("(?m)^(NOTE: )?Picked up (JAVA_TOOL|JDK_JAVA)_OPTIONS.*\n?", "")
                .replaceAll("\\b[0-9a-f]{12}\\b", "ID")
                .replaceAll("\\d{4}_\\d\\d_\\d\\d_\\d{4}-[0-9a-f]{12}", "FILE")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "TIME")
                .replaceAll("(?m)by \\w+(?= in|$)", "by USER")
                .replaceAll(" +\\d[\\d.]* m?s\\b", " DURATION")
                .replaceAll("\\d+ a second", "N a second")
                .replaceAll("pid \\d+", "pid N")
                .replaceAll("PostgreSQL [\\d.]+, \\w+", "PostgreSQL")
                .replaceAll("(?m) +$", "")
                .strip();
    }
}
