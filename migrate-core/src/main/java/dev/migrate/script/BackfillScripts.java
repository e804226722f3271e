package dev.migrate.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.LexicalRules;

/** Loads the backfills that files define. */
public final class BackfillScripts {

    private final ClassLoader classLoader;

    private final LexicalRules rules;

    /**
     * Creates a loader.
     *
     * @param classLoader finds the folders of {@code classpath:} locations
     * @param rules of the database that the statements are for
     */
    public BackfillScripts(ClassLoader classLoader, LexicalRules rules) {
        this.classLoader = classLoader;
        this.rules = rules;
    }

    /**
     * Loads them, location by location and within one by path.
     *
     * @param locations folders; one that is missing is as good as empty
     * @throws InvalidScriptsException with every problem of every file
     */
    public List<BackfillScript> load(List<String> locations) {
        List<ScriptProblem> problems = new ArrayList<>();
        List<BackfillScript> scripts = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (FoundScripts.Content content :
                new ScriptLoader(classLoader, rules).contents(locations, new ArrayList<>(), problems)) {
            String path = content.file().path();
            Problems found = new Problems(path);
            BackfillScript script = parse(path, content.bytes(), found);
            if (script != null && found.isEmpty()) {
                String other = names.putIfAbsent(script.name(), path);
                if (other != null) {
                    found.add(1, "The name " + script.name() + " is taken by " + other, "Call one of them otherwise.");
                }
                scripts.add(script);
            }
            problems.addAll(found.found());
        }
        if (!problems.isEmpty()) {
            throw new InvalidScriptsException(problems, "backfills");
        }
        return scripts;
    }

    private @Nullable BackfillScript parse(String path, byte @Nullable [] bytes, Problems problems) {
        if (bytes == null) {
            problems.add(1, "The file cannot be read", "Check its permissions.");
            return null;
        }
        return new BackfillParser(ScriptText.of(bytes, problems), problems, rules).parse(path);
    }
}
