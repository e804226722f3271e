package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.LexicalRules;

/**
 * Loads every SQL revision script of some locations, and Java revisions beside them.
 *
 * <p>A location is a folder, {@code classpath:…} or {@code file:…}, and folders below it are included. Of a folder that several
 * directories or jars of the class path have, all scripts are loaded. A file that is reached in two ways is loaded once.
 */
public final class ScriptLoader {

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
        return find(locations, classes).directory(rules);
    }

    /**
     * Finds and reads the scripts without looking into them.
     *
     * @param locations folders; one that is missing is as good as empty
     * @param classes Java revisions, which record what they do when they are looked into
     * @throws MigrateException if a location is no folder that can be read
     */
    public FoundScripts find(List<String> locations, List<RevisionClass> classes) {
        List<ScriptProblem> problems = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<FoundScripts.Content> contents = contents(locations, missing, problems);
        return new FoundScripts(contents, classes, problems, missing);
    }

    /** Reads the files of the locations; takes those that are missing, and what is wrong with links. */
    List<FoundScripts.Content> contents(List<String> locations, List<String> missing, List<ScriptProblem> problems) {
        List<FoundScripts.Content> contents = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String text : locations) {
            List<ScriptFile> files = scan(Location.of(text), missing, problems);
            Collections.sort(files);
            for (ScriptFile file : files) {
                read(file, seen, contents);
            }
        }
        return contents;
    }

    private static void read(ScriptFile file, Set<String> seen, List<FoundScripts.Content> contents) {
        try {
            byte[] bytes = file.content().read(seen);
            if (bytes != null) {
                contents.add(new FoundScripts.Content(file, bytes));
            }
        } catch (IOException e) {
            contents.add(new FoundScripts.Content(file, null));
        }
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
}
