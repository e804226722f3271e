package dev.migrate.revision;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.Spelling;

/** Finds the revision that an id, a label, or the beginning of one means. */
final class SymbolTable {

    private static final int SHORTEST_PREFIX = 4;

    private static final int SHOWN = 5;

    private final GraphIndex index;

    SymbolTable(GraphIndex index) {
        this.index = index;
    }

    int locate(String symbol) {
        return locate(symbol, index.all());
    }

    /** Finds a revision by a beginning that has to be unique only among these nodes; a full name counts everywhere. */
    int locate(String symbol, BitSet within) {
        Integer exact = exact(symbol);
        if (exact != null) {
            return exact;
        }
        if (symbol.length() < SHORTEST_PREFIX) {
            throw unknown(symbol);
        }
        List<String> names = names().filter(name -> name.startsWith(symbol) && within.get(nodeOf(name)))
                .sorted()
                .toList();
        long meant = names.stream().mapToInt(this::nodeOf).distinct().count();
        if (meant == 0) {
            throw unknown(symbol);
        }
        if (meant > 1) {
            throw RevisionException.ambiguous(symbol, names);
        }
        return nodeOf(names.get(0));
    }

    /** Finds the revision that stands for a branch. */
    int locateBranch(String branch) {
        try {
            return locate(branch);
        } catch (RevisionException failure) {
            throw failure.kind() == RevisionException.Kind.UNKNOWN_REVISION
                    ? RevisionException.noSuchBranch(branch, hint(branch), labels())
                    : failure;
        }
    }

    private List<String> labels() {
        return index.labels().keySet().stream().sorted().toList();
    }

    /** Says that nothing is called so, and which name comes near. */
    RevisionException unknown(String symbol) {
        return RevisionException.unknown(symbol, hint(symbol));
    }

    private String hint(String symbol) {
        String nearest = Spelling.nearest(symbol, names().sorted().toList());
        if (nearest != null) {
            return "Did you mean '%s'?".formatted(nearest);
        }
        List<String> longer = names().filter(name -> name.startsWith(symbol))
                .sorted()
                .limit(SHOWN)
                .toList();
        if (symbol.length() < SHORTEST_PREFIX && !longer.isEmpty()) {
            return "Please ensure at least four characters are present for partial revision identifiers; '%s' begins %s."
                    .formatted(symbol, String.join(", ", longer));
        }
        if (index.size() == 0) {
            return "There are no revisions yet; `migrate init` writes a first one.";
        }
        return "`migrate history` lists the revisions. If this one is in another branch of the source, update your checkout.";
    }

    private @Nullable Integer exact(String name) {
        Integer byId = index.node(name);
        return byId == null ? index.labelled(name) : byId;
    }

    private int nodeOf(String name) {
        Integer node = exact(name);
        if (node == null) {
            throw new IllegalArgumentException(name);
        }
        return node;
    }

    private Stream<String> names() {
        return Stream.concat(index.revisions().stream().map(Revision::id), index.labels().keySet().stream());
    }
}
