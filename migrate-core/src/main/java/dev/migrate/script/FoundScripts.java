package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.LexicalRules;

/**
 * Scripts that were found and read, but not looked into: their {@link #hash()} alone tells a database that stands where they lead.
 * Safe for use by several threads.
 */
public final class FoundScripts {

    private static final int PART = 256;

    private final List<Content> contents;

    private final List<RevisionClass> classes;

    private final List<ScriptProblem> problems;

    private final List<String> missingLocations;

    private final @Nullable String hash;

    private final ReentrantLock parsing = new ReentrantLock();

    private volatile @Nullable Parsed parsed;

    FoundScripts(
            List<Content> contents,
            List<RevisionClass> classes,
            List<ScriptProblem> problems,
            List<String> missingLocations) {
        this.contents = contents;
        this.classes = classes;
        this.problems = problems;
        this.missingLocations = missingLocations;
        this.hash = classes.isEmpty() && problems.isEmpty() ? DirectoryHash.of(contents) : null;
    }

    /** Tells whether there is nothing at all, also nothing to complain of. */
    public boolean isEmpty() {
        return contents.isEmpty() && classes.isEmpty() && problems.isEmpty();
    }

    /** Returns how many there are. */
    public int size() {
        return contents.size() + classes.size();
    }

    /**
     * Returns a hash of everything that the scripts say: two equal ones make equal directories.
     *
     * @return 16 hex digits, or {@code null} where only looking into the scripts can tell, as for Java revisions
     */
    public @Nullable String hash() {
        return hash;
    }

    /**
     * Looks into the scripts.
     *
     * @param rules of the database that the scripts are for
     * @throws InvalidScriptsException with every problem of every script and of the graph that they make
     */
    public ScriptDirectory directory(LexicalRules rules) {
        return directory(rules, true);
    }

    /**
     * Looks into scripts of which it is known that nothing is wrong with them: each one's sections are read when somebody asks
     * for them.
     *
     * @param rules of the database that the scripts are for
     */
    public ScriptDirectory outline(LexicalRules rules) {
        try {
            // Without a hash nothing can be known of them.
            return directory(rules, hash == null);
        } catch (InvalidScriptsException e) {
            // It tells a part of what is wrong.
            return directory(rules);
        }
    }

    private ScriptDirectory directory(LexicalRules rules, boolean whole) {
        Parsed known = parsed;
        if (known == null || !known.serves(rules, whole)) {
            parsing.lock();
            try {
                known = parsed;
                if (known == null || !known.serves(rules, whole)) {
                    known = new Parsed(parse(rules, whole), rules, whole);
                    parsed = known;
                }
            } finally {
                parsing.unlock();
            }
        }
        return known.directory();
    }

    /**
     * Looks for {@link #outline} already now. Java revisions are left to the thread that asks for the directory, and so is the
     * report of what is wrong.
     */
    public void lookAhead(LexicalRules rules) {
        if (classes.isEmpty()) {
            try {
                directory(rules, hash == null);
            } catch (InvalidScriptsException e) {
                // Whoever needs the directory looks again, and then it is told.
            }
        }
    }

    /**
     * Returns the SQL scripts that are right in themselves, whatever graph they would make.
     *
     * @param rules of the database that the scripts are for
     */
    public List<RevisionScript> scripts(LexicalRules rules) {
        return parse(contents, rules, true).stream()
                .map(ParsedScript::script)
                .filter(Objects::nonNull)
                .toList();
    }

    private ScriptDirectory parse(LexicalRules rules, boolean whole) {
        List<ParsedScript> scripts = Parts.map(contents, PART, part -> parse(part, rules, whole));
        scripts.addAll(record(rules));
        return DirectoryBuilder.build(scripts, problems, missingLocations, hash);
    }

    private static List<ParsedScript> parse(List<Content> contents, LexicalRules rules, boolean whole) {
        SqlScriptParser parser = new SqlScriptParser(rules);
        List<ParsedScript> parsed = new ArrayList<>(contents.size());
        for (Content content : contents) {
            ScriptFile file = content.file();
            byte[] bytes = content.bytes();
            if (bytes == null) {
                parsed.add(ParsedScript.unreadable(file));
            } else if (whole) {
                parsed.add(parser.parse(file.path(), file.file(), bytes));
            } else {
                parsed.add(parser.outline(file.path(), file.file(), bytes));
            }
        }
        return parsed;
    }

    private List<ParsedScript> record(LexicalRules rules) {
        if (classes.isEmpty()) {
            return List.of();
        }
        Map<String, RevisionClass> byName = new TreeMap<>();
        classes.forEach(found -> byName.putIfAbsent(found.type().getName(), found));
        JavaScriptReader reader = new JavaScriptReader(rules);
        return byName.values().stream().map(reader::read).toList();
    }

    /** A file and its bytes, {@code null} if they could not be read. */
    @SuppressWarnings("ArrayRecordComponent")
    record Content(ScriptFile file, byte @Nullable [] bytes) {}

    private record Parsed(ScriptDirectory directory, LexicalRules rules, boolean whole) {

        boolean serves(LexicalRules other, boolean asWhole) {
            return rules.equals(other) && (whole || !asWhole);
        }
    }
}
