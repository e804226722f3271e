package dev.migrate.autogenerate;

import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.SchemaPart.Kind;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AddIdentity;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIdentity;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.SetColumnComment;
import dev.migrate.operation.SetColumnDefault;
import dev.migrate.operation.SetColumnNullability;
import dev.migrate.operation.SetColumnType;
import dev.migrate.operation.SetGeneratedExpression;
import dev.migrate.operation.SetIdentity;
import dev.migrate.schema.ObjectName;

/** What an operation of a comparison is about. */
final class Subject {

    private Subject() {}

    /** Returns {@code null} for a whole table, which was left out before if it was to be. */
    static @Nullable SchemaPart of(Operation operation) {
        if (operation instanceof CreateSequence create) {
            return new SchemaPart(Kind.SEQUENCE, create.sequence().name(), null);
        }
        if (operation instanceof AlterSequence alter) {
            return new SchemaPart(Kind.SEQUENCE, alter.to().name(), null);
        }
        if (operation instanceof CreateEnum create) {
            return new SchemaPart(Kind.ENUM_TYPE, create.type().name(), null);
        }
        if (operation instanceof AddEnumValue add) {
            return new SchemaPart(Kind.ENUM_TYPE, add.type(), null);
        }
        SchemaPart column = column(operation);
        return column == null ? beside(operation) : column;
    }

    private static @Nullable SchemaPart column(Operation operation) {
        if (operation instanceof AddColumn add) {
            return column(add.table(), add.column().name());
        }
        if (operation instanceof DropColumn drop) {
            return column(drop.table(), drop.column());
        }
        if (operation instanceof SetColumnType set) {
            return column(set.table(), set.column());
        }
        if (operation instanceof SetColumnDefault set) {
            return column(set.table(), set.column());
        }
        if (operation instanceof SetColumnNullability set) {
            return column(set.table(), set.column());
        }
        if (operation instanceof SetColumnComment set) {
            return column(set.table(), set.column());
        }
        if (operation instanceof SetGeneratedExpression set) {
            return column(set.table(), set.column());
        }
        if (operation instanceof SetIdentity set) {
            return column(set.table(), set.column());
        }
        if (operation instanceof AddIdentity add) {
            return column(add.table(), add.column());
        }
        return operation instanceof DropIdentity drop ? column(drop.table(), drop.column()) : null;
    }

    private static SchemaPart column(ObjectName table, String name) {
        return new SchemaPart(Kind.COLUMN, table, name);
    }

    private static @Nullable SchemaPart beside(Operation operation) {
        if (operation instanceof AddConstraint add) {
            return new SchemaPart(Kind.CONSTRAINT, add.table(), add.constraint().name());
        }
        if (operation instanceof DropConstraint drop) {
            return new SchemaPart(Kind.CONSTRAINT, drop.table(), drop.name());
        }
        if (operation instanceof RenameConstraint rename) {
            return new SchemaPart(Kind.CONSTRAINT, rename.table(), rename.name());
        }
        if (operation instanceof CreateIndex create) {
            return new SchemaPart(
                    Kind.INDEX, create.index().table(), create.index().name());
        }
        return operation instanceof DropIndex drop ? new SchemaPart(Kind.INDEX, drop.table(), drop.name()) : null;
    }
}
