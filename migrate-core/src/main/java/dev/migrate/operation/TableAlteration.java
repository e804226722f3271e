package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ObjectName;

/** Changes of one table that belong together, see {@link Operations#batch(String, Consumer)}. */
public final class TableAlteration {

    private final ObjectName table;

    private final List<Operation> operations = new ArrayList<>();

    TableAlteration(ObjectName table) {
        this.table = table;
    }

    /** Adds a column. */
    public void addColumn(ColumnDefinition column) {
        operations.add(new AddColumn(table, column.build(), Existence.REQUIRED));
    }

    /** Drops a column, which cannot be reversed without what it was. */
    public void dropColumn(String column) {
        operations.add(new DropColumn(table, column, null, Existence.REQUIRED));
    }

    /** Drops a column; the downgrade adds it again as described, without its values. */
    public void dropColumn(ColumnDefinition previous) {
        operations.add(new DropColumn(table, previous.build().name(), previous.build(), Existence.REQUIRED));
    }

    /** Gives a column another name. */
    public void renameColumn(String column, String name) {
        operations.add(new RenameColumn(table, column, name));
    }

    /** Changes type, default, comment and the like of a column. */
    public void alterColumn(String column, Consumer<ColumnAlteration> changes) {
        ColumnAlteration alteration = new ColumnAlteration(table, column);
        changes.accept(alteration);
        operations.addAll(alteration.operations());
    }

    /** Demands something of the rows. */
    public void addConstraint(Constraint constraint) {
        operations.add(new AddConstraint(table, constraint));
    }

    /** Demands something no longer, which cannot be reversed without what it was. */
    public void dropConstraint(String name) {
        operations.add(new DropConstraint(table, name, null, Existence.REQUIRED));
    }

    /** Demands something no longer; the downgrade demands it again. */
    public void dropConstraint(String name, Constraint previous) {
        operations.add(new DropConstraint(table, name, previous, Existence.REQUIRED));
    }

    List<Operation> operations() {
        return operations;
    }
}
