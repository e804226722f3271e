package dev.migrate.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionException;
import dev.migrate.revision.RevisionGraph;

import static java.util.Objects.requireNonNull;

/** All scripts of an application and the graph that they make; unchangeable and safe for use by several threads. */
public final class ScriptDirectory {

    private final List<RevisionScript> scripts;

    /** The scripts of the graph's revisions, in the order of those. */
    private final List<RevisionScript> inOrder;

    private final RevisionGraph graph;

    private final List<String> missingLocations;

    private volatile @Nullable Map<String, String> nodeHashes;

    private final @Nullable String hash;

    ScriptDirectory(
            List<RevisionScript> scripts, RevisionGraph graph, List<String> missingLocations, @Nullable String hash) {
        this.hash = hash;
        this.scripts = List.copyOf(scripts);
        this.graph = graph;
        this.inOrder = inOrder(scripts, graph);
        this.missingLocations = List.copyOf(missingLocations);
    }

    /**
     * Makes a directory of scripts that are at hand.
     *
     * @param scripts in load order
     * @throws InvalidScriptsException with every problem of the graph that they make
     */
    public static ScriptDirectory of(Collection<RevisionScript> scripts) {
        List<ParsedScript> parsed = scripts.stream()
                .map(script -> new ParsedScript(script.origin(), script.revision(), script, List.of()))
                .toList();
        return DirectoryBuilder.build(parsed, List.of(), List.of(), null);
    }

    private static List<RevisionScript> inOrder(List<RevisionScript> scripts, RevisionGraph graph) {
        RevisionScript[] places = new RevisionScript[graph.size()];
        for (RevisionScript script : scripts) {
            places[graph.indexOf(script.id())] = script;
        }
        return List.of(places);
    }

    /** Returns the scripts in load order. */
    public List<RevisionScript> scripts() {
        return scripts;
    }

    /** Returns the graph of the revisions. */
    public RevisionGraph graph() {
        return graph;
    }

    /** Tells whether there is no script at all. */
    public boolean isEmpty() {
        return scripts.isEmpty();
    }

    /** Returns the locations, as configured, that do not exist. */
    public List<String> missingLocations() {
        return missingLocations;
    }

    /** Returns the hash of the found scripts, see {@link FoundScripts#hash()}. */
    public @Nullable String hash() {
        return hash;
    }

    /**
     * Returns the script of a revision.
     *
     * @param id the full id
     * @throws RevisionException if there is none
     */
    public RevisionScript script(String id) {
        return inOrder.get(graph.indexOf(id));
    }

    /**
     * Returns the hash of a revision's content, its id, and the node hashes of everything that it revises or depends on: two
     * equal ones mean that the whole history below is equal.
     *
     * @param id the full id
     * @return 64 hex digits
     * @throws RevisionException if there is no such revision
     */
    public String nodeHash(String id) {
        Map<String, String> hashes = nodeHashes;
        if (hashes == null) {
            hashes = computeNodeHashes();
            nodeHashes = hashes;
        }
        return requireNonNull(hashes.get(graph.get(id).id()));
    }

    private Map<String, String> computeNodeHashes() {
        Checksums checksums = new Checksums();
        Map<String, String> hashes = new HashMap<>(scripts.size() * 2);
        // Parents come before their children here.
        for (Revision revision : graph.revisions()) {
            String id = revision.id();
            List<String> parents = new ArrayList<>();
            for (String parent : revision.dependsOn().isEmpty() ? revision.revises() : graph.allParents(id)) {
                parents.add(requireNonNull(hashes.get(parent)));
            }
            hashes.put(id, checksums.node(id, parents, script(id).checksum()));
        }
        return hashes;
    }
}
