package dev.migrate.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptKind;
import dev.migrate.script.Section;

/** Says in words what a Java revision does, which nobody can read in a file beside the application. */
final class OperationLines {

    private OperationLines() {}

    /** Returns both directions of a Java revision, nothing for an SQL script; the last line is empty. */
    static String of(RevisionScript script) {
        if (script.kind() != ScriptKind.JAVA) {
            return "";
        }
        return "\n" + section("Upgrade", script.upgrade()) + section("Downgrade", script.downgrade());
    }

    private static String section(String title, @Nullable Section section) {
        if (section == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(title);
        text.append(section.transactional() ? ":\n" : " outside a transaction:\n");
        List<Operation> operations = section.operations();
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            text.append("%5s  ".formatted(i + 1)).append(operation.describe());
            text.append(operation instanceof RunCode ? " (not known to --sql)\n" : "\n");
        }
        return text.append(operations.isEmpty() ? "    nothing\n" : "").toString();
    }
}
