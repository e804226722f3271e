package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A page of the documentation, as somebody reads it who types in what it shows. */
record Page(Path repository, String text) {

    private static final String FENCED = "```(\\w+)\n(.*?)^```$";
    private static final Pattern BLOCK = Pattern.compile("(?ms)([^\n]*)\n+^" + FENCED);
    private static final Pattern FILE = Pattern.compile("`([^`]+)`.*:");
    private static final String NOT_RUN = "<!-- not run by the test";
    private static final Pattern INLINE = Pattern.compile("(?s)(?<!`)`([^`]+)`(?!`)");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

    /** Reads a page by its path in the repository. */
    static Page read(String path) throws IOException {
        Path repository = Path.of(System.getProperty("sample.repository"));
        return new Page(repository, Files.readString(repository.resolve(path)));
    }

    /** Returns the fenced blocks in their order. */
    List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(block -> {
                    Matcher file = FILE.matcher(block.group(1));
                    return new Block(
                            block.group(2),
                            block.group(3).strip(),
                            file.matches() ? file.group(1) : null,
                            block.group(1).startsWith(NOT_RUN));
                })
                .toList();
    }

    /** Returns what the fenced blocks in a language hold. */
    List<String> blocks(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .map(Block::content)
                .toList();
    }

    /** Returns the files that it links to. */
    List<String> links() {
        return LINK.matcher(text).results().map(link -> link.group(1)).toList();
    }

    /** Returns what stands between single backquotes and begins so, each on one line. */
    List<String> inline(String beginning) {
        return INLINE.matcher(text.replaceAll("(?ms)^" + FENCED, ""))
                .results()
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1).replaceAll("\\s+", " "))
                .filter(quoted -> quoted.startsWith(beginning))
                .toList();
    }

    /**
     * A fenced block.
     *
     * @param language as it is named behind the fence
     * @param content without the fences
     * @param file that holds it, by the line above, or {@code null}
     * @param notRun whether the line above says that no test can
     */
    record Block(String language, String content, @Nullable String file, boolean notRun) {}
}
