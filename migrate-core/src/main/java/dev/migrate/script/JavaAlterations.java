package dev.migrate.script;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddIdentity;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropGeneratedExpression;
import dev.migrate.operation.DropIdentity;
import dev.migrate.operation.Existence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.SetColumnComment;
import dev.migrate.operation.SetColumnDefault;
import dev.migrate.operation.SetColumnNullability;
import dev.migrate.operation.SetColumnType;
import dev.migrate.operation.SetGeneratedExpression;
import dev.migrate.operation.SetIdentity;
import dev.migrate.operation.TableChange;
import dev.migrate.operation.TypeChange;
import dev.migrate.schema.ObjectName;

/** Changes of columns, and of one table in a batch, as Java source; {@code null} where the DSL has no words for them. */
final class JavaAlterations {

    private final JavaValues values;

    private final JavaDefinitions definitions;

    JavaAlterations(JavaValues values, JavaDefinitions definitions) {
        this.values = values;
        this.definitions = definitions;
    }

    /** Returns the column and {@code c -> c.…}. */
    @Nullable String of(Operation operation) {
        if (operation instanceof SetColumnType change) {
            return lambda(change.column(), type(change));
        }
        if (operation instanceof SetColumnDefault change) {
            return lambda(change.column(), call("defaultValue", change.to(), change.from()));
        }
        if (operation instanceof SetColumnNullability change) {
            return lambda(change.column(), change.nullable() ? "nullable()" : "notNull()");
        }
        if (operation instanceof SetColumnComment change) {
            return lambda(change.column(), call("comment", change.comment(), change.previous()));
        }
        if (operation instanceof SetGeneratedExpression change) {
            return lambda(
                    change.column(), change.from() == null ? null : call("expression", change.to(), change.from()));
        }
        if (operation instanceof SetIdentity change) {
            return lambda(change.column(), call("identity", change.to(), change.from()));
        }
        if (operation instanceof AddIdentity change) {
            return lambda(change.column(), call("identity", change.identity(), null));
        }
        if (operation instanceof DropIdentity change) {
            return lambda(
                    change.column(),
                    change.previous() == null ? "dropIdentity()" : call("dropIdentity", change.previous(), null));
        }
        return operation instanceof DropGeneratedExpression change ? lambda(change.column(), "dropExpression()") : null;
    }

    /** Returns a change of a table as a statement inside its batch, without the batch's name. */
    @Nullable String inBatch(ObjectName table, Operation operation) {
        if (!(operation instanceof TableChange change) || !table.equals(change.table())) {
            return null;
        }
        if (operation instanceof AddColumn add && add.condition() == Existence.REQUIRED) {
            return statement("addColumn", definitions.column(add.column()));
        }
        if (operation instanceof DropColumn drop && drop.condition() == Existence.REQUIRED) {
            return dropColumn(drop);
        }
        if (operation instanceof RenameColumn rename) {
            return statement("renameColumn", values.of(rename.column()) + ", " + values.of(rename.name()));
        }
        if (operation instanceof AddConstraint add) {
            return statement("addConstraint", values.of(add.constraint()));
        }
        if (operation instanceof DropConstraint drop && drop.condition() == Existence.REQUIRED) {
            String previous = drop.previous() == null ? "" : ", " + values.of(drop.previous());
            return statement("dropConstraint", values.of(drop.name()) + previous);
        }
        return statement("alterColumn", of(operation));
    }

    private @Nullable String dropColumn(DropColumn drop) {
        if (drop.previous() == null) {
            return statement("dropColumn", values.of(drop.column()));
        }
        return drop.previous().name().equals(drop.column())
                ? statement("dropColumn", definitions.column(drop.previous()))
                : null;
    }

    private @Nullable String type(SetColumnType change) {
        TypeChange to = change.to();
        TypeChange from = change.from();
        if (isPlain(to) && (from == null || isPlain(from))) {
            return call("type", to.type(), from == null ? null : from.type());
        }
        return from == null ? null : call("type", to, from);
    }

    private static boolean isPlain(TypeChange change) {
        return change.using() == null && change.collation() == null;
    }

    private String call(String method, Object to, @Nullable Object from) {
        return method + "(" + values.of(to) + (from == null ? "" : ", " + values.of(from)) + ")";
    }

    private @Nullable String lambda(String column, @Nullable String call) {
        return call == null ? null : values.of(column) + ", c -> c." + call;
    }

    private static @Nullable String statement(String method, @Nullable String arguments) {
        return arguments == null ? null : method + "(" + arguments + ");";
    }
}
