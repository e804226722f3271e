package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Identity;
import dev.migrate.schema.ObjectName;

/**
 * Changes of one column, in the order in which they are written. What a change says of the state before makes it reversible.
 *
 * <pre>{@code
 * op.alterColumn("users", "email", c -> c.type(varchar(320), varchar(200)).notNull());
 * }</pre>
 */
public final class ColumnAlteration {

    private final ObjectName table;

    private final String column;

    private final List<Operation> operations = new ArrayList<>();

    ColumnAlteration(ObjectName table, String column) {
        this.table = table;
        this.column = column;
    }

    /** Gives it another type; what it was before is not said, so this cannot be reversed. */
    public ColumnAlteration type(ColumnType to) {
        return change(new TypeChange(to, null, null), null);
    }

    /** Gives it another type; the database casts the values. */
    public ColumnAlteration type(ColumnType to, ColumnType from) {
        return change(new TypeChange(to, null, null), new TypeChange(from, null, null));
    }

    /** Gives it another type, collation, or both, with expressions that make one value of the other. */
    public ColumnAlteration type(TypeChange to, TypeChange from) {
        return change(to, from);
    }

    /** Forbids empty values, which were allowed before. */
    public ColumnAlteration notNull() {
        return add(new SetColumnNullability(table, column, false));
    }

    /** Allows empty values, which were forbidden before. */
    public ColumnAlteration nullable() {
        return add(new SetColumnNullability(table, column, true));
    }

    /** Gives it another default; what it was before is not said, so this cannot be reversed. */
    public ColumnAlteration defaultValue(DefaultValue to) {
        return add(new SetColumnDefault(table, column, to, null));
    }

    /** Gives it another default, or {@link DefaultValue#none()}. */
    public ColumnAlteration defaultValue(DefaultValue to, DefaultValue from) {
        return add(new SetColumnDefault(table, column, to, from));
    }

    /** Lets it number its rows. */
    public ColumnAlteration identity(Identity how) {
        return add(new AddIdentity(table, column, how));
    }

    /** Changes how it numbers its rows; the next number stays what it was. */
    public ColumnAlteration identity(Identity to, Identity from) {
        return add(new SetIdentity(table, column, to, from));
    }

    /** Stops it from numbering its rows; how it did is not said, so this cannot be reversed. */
    public ColumnAlteration dropIdentity() {
        return add(new DropIdentity(table, column, null));
    }

    /** Stops it from numbering its rows. */
    public ColumnAlteration dropIdentity(Identity previous) {
        return add(new DropIdentity(table, column, previous));
    }

    /** Gives a generated column another expression. */
    public ColumnAlteration expression(String to, String from) {
        return add(new SetGeneratedExpression(table, column, to, from));
    }

    /** Makes a plain column of a generated one, which cannot be reversed. */
    public ColumnAlteration dropExpression() {
        return add(new DropGeneratedExpression(table, column));
    }

    /** Says what it is for, empty for nothing; what was said before is not known here, so this cannot be reversed. */
    public ColumnAlteration comment(String to) {
        return add(new SetColumnComment(table, column, to, null));
    }

    /** Says what it is for; empty for nothing. */
    public ColumnAlteration comment(String to, String from) {
        return add(new SetColumnComment(table, column, to, from));
    }

    List<Operation> operations() {
        return operations;
    }

    private ColumnAlteration change(TypeChange to, @Nullable TypeChange from) {
        return add(new SetColumnType(table, column, to, from));
    }

    private ColumnAlteration add(Operation operation) {
        operations.add(operation);
        return this;
    }
}
