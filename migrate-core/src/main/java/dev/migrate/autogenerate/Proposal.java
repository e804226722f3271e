package dev.migrate.autogenerate;

import java.util.List;

import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetColumnType;

/**
 * What would have to change for a database to be what a model says.
 *
 * @param operations in an order that works; empty if there is no difference
 * @param notes what a person should look at before the operations run, one line each
 * @param leftAlone what the database has that the model cannot say or does not know, one line each
 */
public record Proposal(List<Operation> operations, List<String> notes, List<String> leftAlone) {

    /** Copies the lists. */
    public Proposal {
        operations = List.copyOf(operations);
        notes = List.copyOf(notes);
        leftAlone = List.copyOf(leftAlone);
    }

    /** Returns the same with other operations. */
    public Proposal withOperations(List<Operation> others) {
        return new Proposal(others, notes, leftAlone);
    }

    /** Tells whether there is nothing to do. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /** Returns the operations after which rows or values are gone for good. */
    public List<Operation> destructive() {
        return operations.stream().filter(Proposal::isDestructive).toList();
    }

    /** Tells whether rows or values are gone for good after an operation. */
    public static boolean isDestructive(Operation operation) {
        return operation instanceof DropTable
                || operation instanceof DropColumn
                || operation instanceof DropSequence
                || operation instanceof DropEnum
                || (operation instanceof SetColumnType change && TypeCasts.mayLose(change));
    }
}
