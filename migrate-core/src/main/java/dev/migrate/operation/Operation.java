package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One change to a database, as a value: running, printing, linting and reversing are readers of it.
 *
 * <p>To add one: a record that says here that it is permitted, and one method of {@link OperationVisitor}; the compiler then
 * names every place that must know it.
 */
public sealed interface Operation
        permits AddColumn,
                AddConstraint,
                AddEnumValue,
                AddIdentity,
                AddUniqueKeyUsingIndex,
                AlterSequence,
                AlterTable,
                CreateDomain,
                CreateEnum,
                CreateExtension,
                CreateIndex,
                CreateObject,
                CreateSchema,
                CreateSequence,
                CreateTable,
                CustomOperation,
                DropColumn,
                DropConstraint,
                DropDomain,
                DropEnum,
                DropExtension,
                DropGeneratedExpression,
                DropIdentity,
                DropIndex,
                DropObject,
                DropSchema,
                DropSequence,
                DropTable,
                ExecuteSql,
                InsertRows,
                RenameColumn,
                RenameConstraint,
                RenameEnumValue,
                RenameIndex,
                RenameTable,
                ReplaceObject,
                RunCode,
                SetColumnComment,
                SetColumnDefault,
                SetColumnNullability,
                SetColumnType,
                SetGeneratedExpression,
                SetIdentity,
                SetTableComment,
                ValidateConstraint {

    /** Returns what it does in a few words, without values of rows, for messages. */
    String describe();

    /**
     * Returns what takes it back, in order and possibly nothing, or {@code null} where that cannot be told from what the author
     * wrote.
     */
    @Nullable List<Operation> reverse();

    /** Tells whether it may stand in a transaction. */
    default boolean transactional() {
        return true;
    }

    /** Hands it to the visitor's method for its kind. */
    <R> R accept(OperationVisitor<R> visitor);
}
