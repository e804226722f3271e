package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.Operation;

/** Gathers the statements of one section and settles whether they run in a transaction. */
final class SectionReader {

    private static final String OPTION = "transaction";

    private final Problems problems;

    private final String database;

    private final Allowances allowances;

    private final List<Operation> operations = new ArrayList<>();

    private int refused;

    private int firstRefusedLine;

    private @Nullable Boolean transaction;

    /**
     * Opens a section.
     *
     * @param database its name for people
     */
    SectionReader(SectionMarker marker, Problems problems, String database) {
        this.problems = problems;
        this.allowances = new Allowances(problems);
        this.database = database;
        if (!marker.rest().isEmpty()) {
            for (String option : marker.rest().split("\\s+", -1)) {
                readOption(option, marker);
            }
        }
    }

    Allowances allowances() {
        return allowances;
    }

    void add(Statement statement) {
        allowances.settle(operations.size());
        operations.add(statement.operation());
        if (statement.kind() == StatementKind.NON_TRANSACTIONAL && refused++ == 0) {
            firstRefusedLine = statement.operation().line();
        }
    }

    Section section() {
        if (transaction != null) {
            if (transaction && refused > 0) {
                problems.add(
                        firstRefusedLine,
                        database + " refuses this statement in a transaction, which `transaction=true` asks for",
                        "Remove `transaction=true` from the section marker.");
            }
            return new Section(operations, transaction, allowances.end());
        }
        if (refused > 0 && refused < operations.size()) {
            problems.add(
                    firstRefusedLine,
                    database + " refuses this statement in a transaction, and others of the section need one",
                    "Split the revision: give this statement a revision of its own.");
        }
        return new Section(operations, refused == 0, allowances.end());
    }

    private void readOption(String option, SectionMarker marker) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        String value = equals < 0 ? "" : option.substring(equals + 1);
        boolean known = name.equals(OPTION);
        if (known && transaction == null && (value.equals("true") || value.equals("false"))) {
            transaction = value.equals("true");
            return;
        }
        String what = known && transaction != null ? "` is given a second time" : "` is not an option of a section";
        problems.add(
                marker.line(),
                "`" + Printable.of(option) + what,
                "Write `" + marker.kind().marker() + "` alone or with `transaction=false` behind it.");
    }
}
