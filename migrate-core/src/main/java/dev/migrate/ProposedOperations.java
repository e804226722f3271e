package dev.migrate;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.Proposal;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversal;
import dev.migrate.script.NewOperation;

/**
 * A proposal as the operations of a Java revision.
 *
 * @param operations with notes for people above them
 * @param irreversible why nothing takes them back, or {@code null}
 */
record ProposedOperations(
        List<NewOperation> operations, @Nullable String irreversible) {

    /**
     * Makes them of a proposal.
     *
     * @throws MigrateException if the database cannot do it
     */
    static ProposedOperations of(Proposal proposal, Dialect dialect) {
        List<NewOperation> operations = new ArrayList<>();
        for (Operation operation : proposal.operations()) {
            String reason = dialect.unsupported(operation);
            if (reason != null) {
                throw new MigrateException(
                        reason, List.of("when it was to " + operation.describe()), "Change the model.", null);
            }
            List<String> notes = new ArrayList<>();
            if (operations.isEmpty()) {
                proposal.notes().forEach(note -> notes.add("Note: " + note));
            }
            if (Proposal.isDestructive(operation)) {
                notes.add("DESTRUCTIVE: " + operation.describe());
            }
            operations.add(new NewOperation(operation, notes));
        }
        List<String> missing = Reversal.missing(proposal.operations()).stream()
                .map(Operation::describe)
                .toList();
        boolean reversible = Reversal.of(proposal.operations()) != null;
        return new ProposedOperations(
                operations, reversible ? null : "cannot take back: " + String.join(", ", missing));
    }
}
