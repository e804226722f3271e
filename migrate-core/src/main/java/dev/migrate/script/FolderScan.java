package dev.migrate.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finds the scripts below a folder of the file system. Hidden files and folders are left out; a symbolic link is followed as
 * long as it stays below the folder.
 */
final class FolderScan {

    private static final Set<OpenOption> READ_NO_LINK = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private static final int PART = 1_024;

    private final Path realRoot;

    private final List<Candidate> candidates = new ArrayList<>();

    private final List<ScriptProblem> problems;

    private final Deque<Folder> folders = new ArrayDeque<>();

    private final Set<Path> visited = new HashSet<>();

    FolderScan(Path root, String shownRoot, List<ScriptProblem> problems) throws IOException {
        this.realRoot = root.toRealPath();
        this.problems = problems;
        folders.add(new Folder(root, shownRoot + "/", realRoot));
    }

    List<ScriptFile> files() throws IOException {
        for (Folder folder = folders.poll(); folder != null; folder = folders.poll()) {
            if (visited.add(folder.real())) {
                list(folder);
            }
        }
        return Parts.map(candidates, PART, this::read);
    }

    private void list(Folder folder) throws IOException {
        String here = named(folder.path());
        String real = named(folder.real());
        boolean shownAsIs = here.equals(folder.shown());
        boolean isReal = here.equals(real);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.path())) {
            for (Path entry : entries) {
                // A path that is asked for its file name makes another path.
                String path = entry.toString();
                String name = path.substring(here.length());
                if (ScriptNames.isScript(name) && !ScriptNames.isHidden(name)) {
                    String shown = shownAsIs ? path : folder.shown().concat(name);
                    candidates.add(new Candidate(entry, shown, isReal ? path : real.concat(name)));
                } else if (!ScriptNames.isHidden(name)) {
                    descend(entry, folder.shown() + name);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void descend(Path entry, String shown) throws IOException {
        if (Files.isDirectory(entry)) {
            Path real = entry.toRealPath();
            if (real.startsWith(realRoot)) {
                folders.add(new Folder(entry, shown + "/", real));
            } else {
                reportEscape(shown);
            }
        }
    }

    private List<ScriptFile> read(List<Candidate> part) {
        List<ScriptFile> files = new ArrayList<>(part.size());
        for (Candidate candidate : part) {
            byte[] content = contentOf(candidate.file());
            files.add(new ScriptFile(candidate.shown(), candidate.file(), seen -> content(candidate, content, seen)));
        }
        return files;
    }

    /** Opening without following links finds a link out without asking about every file first. */
    private static byte @Nullable [] contentOf(Path file) {
        try {
            return readNoLink(file);
        } catch (IOException e) {
            // Either it is a link, or reading it again tells what is wrong with it.
            return null;
        }
    }

    private byte @Nullable [] content(Candidate candidate, byte @Nullable [] content, Set<String> seen)
            throws IOException {
        if (content == null && Files.isSymbolicLink(candidate.file())) {
            return readLink(candidate.file(), candidate.shown(), seen);
        }
        if (!seen.add(candidate.identity())) {
            return null;
        }
        return content == null ? readNoLink(candidate.file()) : content;
    }

    private byte @Nullable [] readLink(Path link, String shown, Set<String> seen) throws IOException {
        Path real = link.toRealPath();
        if (!real.startsWith(realRoot)) {
            reportEscape(shown);
            return null;
        }
        return seen.add(real.toString()) ? readNoLink(real) : null;
    }

    private static byte[] readNoLink(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file, READ_NO_LINK)) {
            ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // A file that shrinks meanwhile ends before the buffer is full.
            }
            return buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
        }
    }

    private void reportEscape(String shown) {
        problems.add(new ScriptProblem(
                shown,
                1,
                "The symbolic link leads out of the folder of revisions",
                "Copy what it points to into the folder."));
    }

    /** Returns what stands before the names of what is in a folder. */
    private static String named(Path folder) {
        String separator = folder.getFileSystem().getSeparator();
        String path = folder.toString();
        return path.isEmpty() || path.endsWith(separator) ? path : path + separator;
    }

    private record Folder(Path path, String shown, Path real) {}

    /**
     * A script that was found.
     *
     * @param identity under which it counts as read, however it is reached
     */
    private record Candidate(Path file, String shown, String identity) {}
}
