package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateDomain;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.UniqueKey;

/**
 * The one place that decides what goes before what: types before the columns that need them, what holds a column before the
 * column goes, keys before what refers to them. Reversed, the same order works for the downgrade.
 */
final class OperationOrder {

    private static final int CREATED = 5;

    private OperationOrder() {}

    /**
     * Sorts operations.
     *
     * @param leaving what removes whole tables, in its order; it comes before anything new that may have the same name
     */
    static List<Operation> sorted(List<Operation> operations, List<Operation> leaving) {
        List<Operation> sorted = new ArrayList<>(operations);
        // The sort is stable, so that of one rank the order in which it was found remains.
        sorted.sort(Comparator.comparingInt(OperationOrder::rank));
        int place = 0;
        while (place < sorted.size() && rank(sorted.get(place)) < CREATED) {
            place++;
        }
        sorted.addAll(place, leaving);
        return sorted;
    }

    private static int rank(Operation operation) {
        if (operation instanceof CreateSchema) {
            return CREATED;
        }
        if (operation instanceof CreateEnum
                || operation instanceof CreateDomain
                || operation instanceof AddEnumValue
                || operation instanceof CreateSequence
                || operation instanceof AlterSequence) {
            return CREATED + 1;
        }
        if (operation instanceof DropConstraint drop) {
            return drop.previous() instanceof ForeignKey ? 2 : 4;
        }
        if (operation instanceof DropIndex) {
            return 3;
        }
        if (operation instanceof RenameConstraint) {
            return CREATED;
        }
        return added(operation);
    }

    private static int added(Operation operation) {
        if (operation instanceof CreateTable) {
            return CREATED + 2;
        }
        if (operation instanceof AddConstraint add) {
            if (add.constraint() instanceof ForeignKey) {
                return CREATED + 8;
            }
            return add.constraint() instanceof PrimaryKey || add.constraint() instanceof UniqueKey
                    ? CREATED + 5
                    : CREATED + 6;
        }
        if (operation instanceof CreateIndex) {
            return CREATED + 7;
        }
        // What changes a column, a comment among it, stays where the column was found: drops and adds of one name
        // included.
        return operation instanceof AddColumn || operation instanceof DropColumn ? CREATED + 3 : CREATED + 4;
    }
}
