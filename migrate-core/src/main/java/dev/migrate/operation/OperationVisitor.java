package dev.migrate.operation;

/**
 * Something to be done for each kind of operation.
 *
 * @param <R> what comes of it
 */
public interface OperationVisitor<R> {

    /** Visits this kind. */
    R visit(AddColumn operation);

    /** Visits this kind. */
    R visit(AddConstraint operation);

    /** Visits this kind. */
    R visit(AddEnumValue operation);

    /** Visits this kind. */
    R visit(AddIdentity operation);

    /** Visits this kind. */
    R visit(AddUniqueKeyUsingIndex operation);

    /** Visits this kind. */
    R visit(AlterSequence operation);

    /** Visits this kind. */
    R visit(AlterTable operation);

    /** Visits this kind. */
    R visit(CreateDomain operation);

    /** Visits this kind. */
    R visit(CreateEnum operation);

    /** Visits this kind. */
    R visit(CreateExtension operation);

    /** Visits this kind. */
    R visit(CreateIndex operation);

    /** Visits this kind. */
    R visit(CreateObject operation);

    /** Visits this kind. */
    R visit(CreateSchema operation);

    /** Visits this kind. */
    R visit(CreateSequence operation);

    /** Visits this kind. */
    R visit(CreateTable operation);

    /** Visits an application's own operation. */
    R visit(CustomOperation operation);

    /** Visits this kind. */
    R visit(DropColumn operation);

    /** Visits this kind. */
    R visit(DropConstraint operation);

    /** Visits this kind. */
    R visit(DropDomain operation);

    /** Visits this kind. */
    R visit(DropEnum operation);

    /** Visits this kind. */
    R visit(DropExtension operation);

    /** Visits this kind. */
    R visit(DropGeneratedExpression operation);

    /** Visits this kind. */
    R visit(DropIdentity operation);

    /** Visits this kind. */
    R visit(DropIndex operation);

    /** Visits this kind. */
    R visit(DropObject operation);

    /** Visits this kind. */
    R visit(DropSchema operation);

    /** Visits this kind. */
    R visit(DropSequence operation);

    /** Visits this kind. */
    R visit(DropTable operation);

    /** Visits this kind. */
    R visit(ExecuteSql operation);

    /** Visits this kind. */
    R visit(InsertRows operation);

    /** Visits this kind. */
    R visit(RenameColumn operation);

    /** Visits this kind. */
    R visit(RenameConstraint operation);

    /** Visits this kind. */
    R visit(RenameEnumValue operation);

    /** Visits this kind. */
    R visit(RenameIndex operation);

    /** Visits this kind. */
    R visit(RenameTable operation);

    /** Visits this kind. */
    R visit(ReplaceObject operation);

    /** Visits this kind. */
    R visit(RunCode operation);

    /** Visits this kind. */
    R visit(SetColumnComment operation);

    /** Visits this kind. */
    R visit(SetColumnDefault operation);

    /** Visits this kind. */
    R visit(SetColumnNullability operation);

    /** Visits this kind. */
    R visit(SetColumnType operation);

    /** Visits this kind. */
    R visit(SetGeneratedExpression operation);

    /** Visits this kind. */
    R visit(SetIdentity operation);

    /** Visits this kind. */
    R visit(SetTableComment operation);

    /** Visits this kind. */
    R visit(ValidateConstraint operation);
}
