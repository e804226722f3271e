package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

/** A table being described, see {@link Operations#createTable(String, Consumer)}. */
public final class TableDefinition {

    private final ObjectName name;

    private final List<ColumnDefinition> columns = new ArrayList<>();

    private final List<Constraint> constraints = new ArrayList<>();

    private String comment = "";

    TableDefinition(ObjectName name) {
        this.name = name;
    }

    /** Adds a column, which may be empty unless what follows says otherwise. */
    public ColumnDefinition column(String columnName, ColumnType type) {
        ColumnDefinition column = ColumnDefinition.column(columnName, type);
        columns.add(column);
        return column;
    }

    /** Makes these columns the primary key, which has the name {@code <table>_pkey}. */
    public void primaryKey(String... keyColumns) {
        constraint(new PrimaryKey(name.name() + "_pkey", List.of(keyColumns)));
    }

    /** Demands that no two rows have the same values in these columns. */
    public void unique(String constraintName, String... keyColumns) {
        constraint(UniqueKey.of(constraintName, List.of(keyColumns)));
    }

    /** Demands that the values of columns are those of a row elsewhere. */
    public void foreignKey(String constraintName, Consumer<ForeignKeyDefinition> definition) {
        constraint(ForeignKeyDefinition.build(constraintName, name, definition));
    }

    /** Demands that no row fails a condition. */
    public void check(String constraintName, String expression) {
        constraint(new Check(constraintName, expression, Validity.VALID));
    }

    /** Demands whatever a constraint can. */
    public void constraint(Constraint constraint) {
        constraints.add(constraint);
    }

    /** Says what the table is for. */
    public void comment(String text) {
        comment = text;
    }

    static Table build(ObjectName name, Consumer<TableDefinition> definition) {
        TableDefinition table = new TableDefinition(name);
        definition.accept(table);
        List<Column> columns =
                table.columns.stream().map(ColumnDefinition::build).toList();
        return new Table(name, columns, table.constraints, table.comment);
    }
}
