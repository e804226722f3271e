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

    private final Path realRoot;

    private final List<ScriptFile> files = new ArrayList<>();

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
        return files;
    }

    private void list(Folder folder) throws IOException {
        String identity = folder.real() + "/";
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.path())) {
            for (Path entry : entries) {
                String name = name(entry);
                if (ScriptNames.isScript(name) && !ScriptNames.isHidden(name)) {
                    String shown = folder.shown() + name;
                    files.add(new ScriptFile(shown, entry, seen -> read(entry, shown, identity + name, seen)));
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

    /** Opening without following links finds a link out without asking about every file first. */
    private byte @Nullable [] read(Path file, String shown, String identity, Set<String> seen) throws IOException {
        if (seen.contains(identity)) {
            return null;
        }
        try {
            byte[] content = readNoLink(file);
            seen.add(identity);
            return content;
        } catch (IOException e) {
            if (Files.isSymbolicLink(file)) {
                return readLink(file, shown, seen);
            }
            throw e;
        }
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

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private record Folder(Path path, String shown, Path real) {}
}
