package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A page of the documentation, as somebody reads it who types in what it shows. */
record Page(Path repository, String path, String text) {

    private static final String FENCE = "```";
    private static final String PATH = "`([^`\\s]*[./][^`\\s]*)`";
    private static final Pattern FILE = Pattern.compile(".*" + PATH + ":|" + PATH + ".*:");
    private static final Pattern NOT_RUN = Pattern.compile("<!-- not run: (.+) -->");
    private static final Pattern INLINE = Pattern.compile("(?s)(?<!`)`([^`]+)`(?!`)");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

    /** Reads a page by its path in the repository. */
    static Page read(String path) throws IOException {
        Path repository = Path.of(System.getProperty("sample.repository")).normalize();
        return new Page(repository, path, Files.readString(repository.resolve(path)));
    }

    /** Returns the fenced blocks in their order. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        StringBuilder content = new StringBuilder();
        String section = "";
        String above = "";
        String language = null;
        for (String line : text.lines().toList()) {
            if (language != null && line.equals(FENCE)) {
                blocks.add(
                        new Block(section, above, language, content.toString().strip()));
                language = null;
                above = "";
            } else if (language != null) {
                content.append(line).append('\n');
            } else if (line.startsWith(FENCE)) {
                language = line.substring(FENCE.length());
                content.setLength(0);
            } else if (!line.isBlank()) {
                section = line.startsWith("## ") ? line.substring(3) : section;
                above = line;
            }
        }
        return blocks;
    }

    /** Returns what the fenced blocks in a language hold. */
    List<String> blocks(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .map(Block::content)
                .toList();
    }

    /** Returns the files that it links to, from the folder that it is in. */
    List<Path> links() {
        Path here = repository.resolve(path);
        return LINK.matcher(text)
                .results()
                .map(link -> here.resolveSibling(link.group(1)))
                .toList();
    }

    /** Returns what stands between single backquotes and begins so, each on one line. */
    List<String> inline(String beginning) {
        return INLINE.matcher(text.replaceAll("(?ms)^```\\w*\n.*?^```$", ""))
                .results()
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1).replaceAll("\\s+", " "))
                .filter(quoted -> quoted.startsWith(beginning))
                .toList();
    }

    /**
     * A fenced block.
     *
     * @param section the heading that it stands under, empty above the first one
     * @param above the line above it
     * @param language as it is named behind the fence
     * @param content without the fences
     */
    record Block(String section, String above, String language, String content) {

        /** Returns the file that it is the content of: the line above begins or ends with it. Or {@code null}. */
        @Nullable String file() {
            Matcher file = FILE.matcher(above);
            if (!file.matches()) {
                return null;
            }
            return file.group(1) != null ? file.group(1) : file.group(2);
        }

        /** Returns why it is not run, by the line above, or {@code null} if it is. */
        @Nullable String notRun() {
            Matcher reason = NOT_RUN.matcher(above);
            return reason.matches() ? reason.group(1) : null;
        }
    }
}
