package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinTask;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.LexicalRules;

/**
 * Loads every SQL revision script of some locations, and Java revisions beside them.
 *
 * <p>A location is a folder, {@code classpath:…} or {@code file:…}, and folders below it are included. Of a folder that several
 * directories or jars of the class path have, all scripts are loaded. A file that is reached in two ways is loaded once.
 */
public final class ScriptLoader {

    /** Fewer files than this are parsed sooner than other threads are there. */
    private static final int PART = 256;

    private final ClassLoader classLoader;

    private final LexicalRules rules;

    /**
     * Creates a loader of scripts for PostgreSQL.
     *
     * @param classLoader finds the folders of {@code classpath:} locations
     */
    public ScriptLoader(ClassLoader classLoader) {
        this(classLoader, LexicalRules.postgresql());
    }

    /**
     * Creates a loader.
     *
     * @param classLoader finds the folders of {@code classpath:} locations
     * @param rules of the database that the scripts are for
     */
    public ScriptLoader(ClassLoader classLoader, LexicalRules rules) {
        this.classLoader = classLoader;
        this.rules = rules;
    }

    /**
     * Loads the scripts, location by location and within one by path.
     *
     * @param locations folders; one that is missing is as good as empty, see {@link ScriptDirectory#missingLocations()}
     * @throws InvalidScriptsException with every problem of every script and of the graph that they make
     * @throws MigrateException if a location is no folder that can be read
     */
    public ScriptDirectory load(List<String> locations) {
        return load(locations, List.of());
    }

    /**
     * Loads the scripts, location by location and within one by path, and then the classes by name.
     *
     * @param locations folders; one that is missing is as good as empty, see {@link ScriptDirectory#missingLocations()}
     * @param classes Java revisions, all of which record what they do now; of several for one class the first one counts
     * @throws InvalidScriptsException with every problem of every script and of the graph that they make
     * @throws MigrateException if a location is no folder that can be read
     */
    public ScriptDirectory load(List<String> locations, List<RevisionClass> classes) {
        List<ScriptProblem> problems = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<ScriptFile> files = new ArrayList<>();
        for (String text : locations) {
            Location location = Location.of(text);
            List<ScriptFile> found = scan(location, missing, problems);
            Collections.sort(found);
            files.addAll(found);
        }
        List<ParsedScript> parsed = parse(files);
        if (!classes.isEmpty()) {
            parsed.addAll(record(classes));
        }
        return DirectoryBuilder.build(parsed, problems, missing);
    }

    /**
     * Reads one script on its own, without its place in a graph.
     *
     * @throws InvalidScriptsException with every problem of the script
     * @throws MigrateException if the file cannot be read
     */
    public RevisionScript loadFile(Path file) {
        try {
            ParsedScript parsed = new SqlScriptParser(rules).parse(file.toString(), file, Files.readAllBytes(file));
            if (parsed.script() == null) {
                throw new InvalidScriptsException(parsed.problems());
            }
            return parsed.script();
        } catch (IOException e) {
            throw new MigrateException(
                    "The script " + file + " cannot be read", List.of(), "Check its permissions.", e);
        }
    }

    private List<ScriptFile> scan(Location location, List<String> missing, List<ScriptProblem> problems) {
        try {
            Path folder = location.folder();
            if (folder == null) {
                ClassPathScan scan = new ClassPathScan(classLoader, location.path(), problems);
                List<ScriptFile> files = scan.files();
                if (!scan.isFound()) {
                    missing.add(location.text());
                }
                return files;
            }
            if (Files.isDirectory(folder)) {
                return new FolderScan(folder, location.path(), problems).files();
            }
            missing.add(location.text());
            return new ArrayList<>();
        } catch (IOException e) {
            throw new MigrateException(
                    "The location '" + location.text() + "' cannot be read: " + e.getMessage(),
                    List.of(),
                    "Check that the folder exists and that the user that runs this may read it.",
                    e);
        }
    }

    /** Parts of many files are parsed by other threads while the next are read. */
    private List<ParsedScript> parse(List<ScriptFile> files) {
        Set<String> seen = new HashSet<>(files.size() * 2);
        if (files.size() <= PART) {
            return parseAll(read(files, seen));
        }
        List<ForkJoinTask<List<ParsedScript>>> parts = new ArrayList<>();
        for (int i = 0; i < files.size(); i += PART) {
            List<Content> part = read(files.subList(i, Math.min(i + PART, files.size())), seen);
            parts.add(ForkJoinTask.adapt(() -> parseAll(part)).fork());
        }
        // A thread that waits takes on what was forked last, so the last is waited for first.
        for (int i = parts.size() - 1; i >= 0; i--) {
            parts.get(i).join();
        }
        List<ParsedScript> parsed = new ArrayList<>(files.size());
        for (ForkJoinTask<List<ParsedScript>> part : parts) {
            parsed.addAll(part.join());
        }
        return parsed;
    }

    private static List<Content> read(List<ScriptFile> files, Set<String> seen) {
        List<Content> contents = new ArrayList<>(files.size());
        for (ScriptFile file : files) {
            try {
                byte[] bytes = file.content().read(seen);
                if (bytes != null) {
                    contents.add(new Content(file, bytes));
                }
            } catch (IOException e) {
                contents.add(new Content(file, null));
            }
        }
        return contents;
    }

    private List<ParsedScript> parseAll(List<Content> contents) {
        SqlScriptParser parser = new SqlScriptParser(rules);
        List<ParsedScript> parsed = new ArrayList<>(contents.size());
        for (Content content : contents) {
            ScriptFile file = content.file();
            byte[] bytes = content.bytes();
            parsed.add(bytes == null ? ParsedScript.unreadable(file) : parser.parse(file.path(), file.file(), bytes));
        }
        return parsed;
    }

    /** A file and its bytes, {@code null} if they could not be read. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Content(ScriptFile file, byte @Nullable [] bytes) {}

    private List<ParsedScript> record(List<RevisionClass> classes) {
        Map<String, RevisionClass> byName = new TreeMap<>();
        classes.forEach(found -> byName.putIfAbsent(found.type().getName(), found));
        JavaScriptReader reader = new JavaScriptReader(rules);
        return byName.values().stream().map(reader::read).toList();
    }
}
