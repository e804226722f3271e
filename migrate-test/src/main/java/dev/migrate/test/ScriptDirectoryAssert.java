package dev.migrate.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.assertj.core.api.AbstractAssert;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;

/** Assertions about all revisions of an application; none of them needs a database. */
public final class ScriptDirectoryAssert extends AbstractAssert<ScriptDirectoryAssert, ScriptDirectory> {

    ScriptDirectoryAssert(ScriptDirectory actual) {
        super(actual, ScriptDirectoryAssert.class);
    }

    /** Verifies that there is at least one revision, and that every location exists. */
    public ScriptDirectoryAssert isNotEmpty() {
        isNotNull();
        if (!actual.missingLocations().isEmpty()) {
            throw failure(
                    "These locations do not exist: %s%nTo do: name the folders of the revisions in migrate.locations.",
                    String.join(", ", actual.missingLocations()));
        }
        if (actual.isEmpty()) {
            throw failure("There is no revision.%nTo do: name the folders of the revisions in migrate.locations.");
        }
        return this;
    }

    /** Verifies that exactly one revision has none that revises it. */
    public ScriptDirectoryAssert hasOneHead() {
        return hasOneHeadOn(List.of());
    }

    /**
     * Verifies that each of some branches has exactly one head, and that there is no head beside them.
     *
     * @param labels labels of the branches; for none, all revisions together are to have one head
     */
    public ScriptDirectoryAssert hasOneHeadOn(Collection<String> labels) {
        isNotNull();
        RevisionGraph graph = actual.graph();
        List<String> strangers = new ArrayList<>(graph.heads());
        if (labels.isEmpty()) {
            check("all revisions", strangers);
            return this;
        }
        for (String label : labels) {
            List<String> heads = graph.heads().stream()
                    .filter(head -> graph.labels(head).contains(label))
                    .toList();
            check("the branch '" + label + "'", heads);
            strangers.removeAll(heads);
        }
        if (!strangers.isEmpty()) {
            throw failure(
                    "On none of the branches %s:%s%nTo do: give its branch a label and name that in branchLabels(), or merge it.",
                    String.join(", ", labels), lines(strangers));
        }
        return this;
    }

    /** Verifies that every revision has a downgrade section or an {@code irreversible} line. */
    public ScriptDirectoryAssert isReversibleOrSaysWhyNot() {
        isNotNull();
        List<String> silent = actual.scripts().stream()
                .filter(script -> script.downgrade() == null && script.irreversible() == null)
                .map(RevisionScript::id)
                .toList();
        if (!silent.isEmpty()) {
            throw failure(
                    "Without a downgrade, and without a reason for that:%s%nTo do: add a section `-- migrate:downgrade`"
                            + " (an empty one if nothing needs undoing), or the line `-- migrate:irreversible <why>`.",
                    lines(silent));
        }
        return this;
    }

    private void check(String where, List<String> heads) {
        if (heads.isEmpty()) {
            throw failure("There is no head on %s.%nTo do: check the labels in branchLabels().", where);
        }
        if (heads.size() > 1) {
            throw failure(
                    "There are %s heads on %s, where one is expected:%s%nTo do: join them with `migrate merge %s -m \"…\"`,"
                            + " or, if they are branches on purpose, label each and name the labels in branchLabels().",
                    heads.size(), where, lines(heads), String.join(" ", heads));
        }
    }

    private String lines(List<String> ids) {
        StringBuilder lines = new StringBuilder();
        ids.forEach(id -> lines.append("\n  ").append(Revisions.nameAndPlace(actual.script(id))));
        return lines.toString();
    }
}
