package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The repository's README.md, as somebody reads it who types in what it shows. */
record Readme(Path repository, String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
    private static final Pattern INLINE = Pattern.compile("(?s)(?<!`)`([^`]+)`(?!`)");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

    static Readme read() throws IOException {
        Path repository = Path.of(System.getProperty("sample.repository"));
        return new Readme(repository, Files.readString(repository.resolve("README.md")));
    }

    /** Returns the fenced blocks in a language. */
    List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2).strip())
                .toList();
    }

    /** Returns the files that it links to. */
    List<String> links() {
        return LINK.matcher(text).results().map(link -> link.group(1)).toList();
    }

    /** Returns what stands between single backquotes and begins so, each on one line. */
    List<String> inline(String beginning) {
        return INLINE.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1).replaceAll("\\s+", " "))
                .filter(quoted -> quoted.startsWith(beginning))
                .toList();
    }
}
