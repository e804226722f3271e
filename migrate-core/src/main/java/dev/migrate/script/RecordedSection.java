package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AllowedFinding;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.LexicalRules;
import dev.migrate.operation.Operation;

/** Makes a section of recorded operations: takes SQL apart into statements and settles whether they need a transaction. */
final class RecordedSection {

    private final String method;

    private final Problems problems;

    private final LexicalRules rules;

    private final List<Operation> operations = new ArrayList<>();

    private final List<Integer> sources = new ArrayList<>();

    private int source;

    private final Allowances allowances;

    private final List<Operation> refused = new ArrayList<>();

    /**
     * Creates an empty one.
     *
     * @param method the method that recorded, for people
     * @param rules by which SQL is taken apart
     */
    RecordedSection(String method, Problems problems, LexicalRules rules) {
        this.method = method;
        this.problems = problems;
        this.rules = rules;
        this.allowances = new Allowances(problems);
    }

    Section of(List<Operation> recorded) {
        for (Operation operation : recorded) {
            source++;
            if (operation instanceof AllowedFinding allowed) {
                allowances.add(allowed.rule(), allowed.reason(), 0);
            } else if (operation instanceof ExecuteSql execute) {
                split(execute);
            } else {
                allowances.settle(operations.size());
                add(operation, operation.transactional());
            }
        }
        if (!refused.isEmpty() && refused.size() < operations.size()) {
            report(
                    refused.get(0),
                    "the database refuses it in a transaction, and other operations of the revision need one",
                    "Split the revision: give this operation a revision of its own.");
        }
        return new Section(operations, refused.isEmpty(), allowances.end());
    }

    /** Returns of each operation from which of those that were recorded it comes, counted from 0. */
    List<Integer> sources() {
        return sources;
    }

    private void add(Operation operation, boolean transactional) {
        operations.add(operation);
        sources.add(source - 1);
        if (!transactional) {
            refused.add(operation);
        }
    }

    private void split(ExecuteSql execute) {
        int before = operations.size();
        Problems found = new Problems("");
        ScriptText text = ScriptText.of(execute.sql().getBytes(StandardCharsets.UTF_8), found);
        StatementSplitter splitter = new StatementSplitter(text.bytes(), text.start(), found, rules);
        StatementSplitter.Found next = splitter.next();
        while (next != StatementSplitter.Found.END) {
            if (next == StatementSplitter.Found.STATEMENT) {
                Statement statement = splitter.statement();
                allowances.settle(operations.size());
                add(
                        new ExecuteSql(statement.operation().sql(), 0),
                        statement.kind() != StatementKind.NON_TRANSACTIONAL);
            } else if (Allowances.isOne(splitter.comment())) {
                allowances.read(splitter.comment());
            } else if (SectionMarker.isMarker(splitter.comment())) {
                found.add(0, "a section marker means nothing here", "Write upgrade(…) and downgrade(…) instead.");
            }
            next = splitter.next();
        }
        if (found.isEmpty() && operations.size() == before) {
            found.add(0, "there is no statement in it", "Remove it.");
        }
        found.found().forEach(problem -> report(execute, problem.message(), problem.hint()));
    }

    private void report(Operation operation, String what, @Nullable String hint) {
        problems.add(0, method + ", " + operation.describe() + ": " + what, hint);
    }
}
