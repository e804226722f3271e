package dev.migrate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.Proposal;
import dev.migrate.operation.Operation;

/** Says in words what the comparison of database and model has found. */
final class ProposalLines {

    private static final String DESTRUCTIVE = "  DESTRUCTIVE";

    private ProposalLines() {}

    static List<String> operations(Proposal proposal) {
        return proposal.operations().stream()
                .map(operation -> "  " + operation.describe() + (Proposal.isDestructive(operation) ? DESTRUCTIVE : ""))
                .toList();
    }

    static List<String> remarks(Proposal proposal) {
        List<String> lines = new ArrayList<>();
        proposal.notes().forEach(note -> lines.add("Note: " + note));
        proposal.leftAlone().forEach(line -> lines.add("Left alone: " + line));
        return lines;
    }

    static Map<String, @Nullable Object> json(Proposal proposal) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "operations",
                proposal.operations().stream().map(ProposalLines::operation).toList());
        json.put("notes", proposal.notes());
        json.put("leftAlone", proposal.leftAlone());
        return json;
    }

    private static Map<String, @Nullable Object> operation(Operation operation) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("operation", operation.getClass().getSimpleName());
        json.put("description", operation.describe());
        json.put("destructive", Proposal.isDestructive(operation));
        return json;
    }
}
