package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddIdentity;
import dev.migrate.operation.AddUniqueKeyUsingIndex;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropGeneratedExpression;
import dev.migrate.operation.DropIdentity;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Existence;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SetColumnComment;
import dev.migrate.operation.SetColumnDefault;
import dev.migrate.operation.SetColumnNullability;
import dev.migrate.operation.SetColumnType;
import dev.migrate.operation.SetGeneratedExpression;
import dev.migrate.operation.SetIdentity;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.operation.Writes;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

/** Each operation as the statement that writes it down, in the words of the DSL where it has them. */
final class JavaOperations extends JavaTypeOperations {

    private final JavaAlterations alterations;

    JavaOperations(JavaValues values) {
        super(values);
        this.alterations = new JavaAlterations(values, definitions);
    }

    @Override
    public String visit(AddColumn operation) {
        String column = definitions.column(operation.column());
        String method = operation.condition() == Existence.REQUIRED ? "addColumn" : "addColumnIfNotExists";
        return column == null
                ? whole(operation)
                : op(operation.table()) + method + "(" + table(operation.table()) + ", " + column + ");";
    }

    @Override
    public String visit(AddConstraint operation) {
        return op(operation.table()) + constraint(operation.table(), operation.constraint());
    }

    @Override
    public String visit(AddIdentity operation) {
        return altered(operation.table(), operation);
    }

    @Override
    public String visit(AddUniqueKeyUsingIndex operation) {
        ObjectName table = operation.table();
        var previous = operation.previous();
        if (previous == null) {
            return call(table, "addUniqueUsingIndex", operation.name(), table.name(), operation.index());
        }
        String index = definitions.index(previous, Existence.REQUIRED, Writes.BLOCKED);
        if (index == null || !previous.table().equals(table) || !previous.name().equals(operation.index())) {
            return whole(operation);
        }
        return op(table) + "addUniqueUsingIndex("
                + values.list(List.of(operation.name(), table.name(), operation.index())) + ", " + index + ");";
    }

    @Override
    public String visit(AlterTable operation) {
        List<String> lines = new ArrayList<>();
        for (Operation change : operation.changes()) {
            String line = alterations.inBatch(operation.table(), change);
            if (line == null) {
                return whole(operation);
            }
            lines.add("t." + line);
        }
        return op(operation.table()) + "batch(" + table(operation.table()) + ", " + JavaDefinitions.lambda("t", lines)
                + ");";
    }

    @Override
    public String visit(CreateIndex operation) {
        ObjectName table = operation.index().table();
        String index = definitions.index(operation.index(), operation.condition(), operation.writes());
        return index == null
                ? whole(operation)
                : op(table) + "createIndex("
                        + values.list(List.of(operation.index().name(), table.name())) + ", " + index + ");";
    }

    @Override
    public String visit(CreateTable operation) {
        Table made = operation.table();
        String table = definitions.table(made);
        String method = operation.condition() == Existence.REQUIRED ? "createTable" : "createTableIfNotExists";
        return table == null
                ? whole(operation)
                : op(made.name()) + method + "(" + table(made.name()) + ", " + table + ");";
    }

    @Override
    public String visit(DropColumn operation) {
        ObjectName table = operation.table();
        Column previous = operation.previous();
        boolean required = operation.condition() == Existence.REQUIRED;
        if (previous == null) {
            String method = required ? "dropColumn" : "dropColumnIfExists";
            return call(table, method, table.name(), operation.column());
        }
        String column = definitions.column(previous);
        return column == null || !required || !previous.name().equals(operation.column())
                ? whole(operation)
                : op(table) + "dropColumn(" + table(table) + ", " + column + ");";
    }

    @Override
    public String visit(DropConstraint operation) {
        ObjectName table = operation.table();
        boolean required = operation.condition() == Existence.REQUIRED;
        if (operation.previous() == null) {
            String method = required ? "dropConstraint" : "dropConstraintIfExists";
            return call(table, method, operation.name(), table.name());
        }
        return required
                ? op(table) + "dropConstraint(" + values.list(List.of(operation.name(), table.name())) + ", "
                        + values.of(operation.previous()) + ");"
                : whole(operation);
    }

    @Override
    public String visit(DropGeneratedExpression operation) {
        return altered(operation.table(), operation);
    }

    @Override
    public String visit(DropIdentity operation) {
        return altered(operation.table(), operation);
    }

    @Override
    public String visit(DropIndex operation) {
        ObjectName table = operation.table();
        var previous = operation.previous();
        String index = definitions.index(previous, operation.condition(), operation.writes());
        boolean fits = previous == null
                || (previous.table().equals(table) && previous.name().equals(operation.name()));
        if (index == null || !fits) {
            return whole(operation);
        }
        String rest = index.equals("i -> {}") ? "" : ", " + index;
        return op(table) + "dropIndex(" + values.list(List.of(operation.name(), table.name())) + rest + ");";
    }

    @Override
    public String visit(DropTable operation) {
        ObjectName name = operation.name();
        Table previous = operation.previous();
        boolean required = operation.condition() == Existence.REQUIRED;
        if (previous == null) {
            return call(name, required ? "dropTable" : "dropTableIfExists", name.name());
        }
        String table = definitions.table(previous);
        return table == null || !required || !previous.name().equals(name)
                ? whole(operation)
                : op(name) + "dropTable(" + table(name) + ", " + table + ");";
    }

    @Override
    public String visit(InsertRows operation) {
        List<String> lines = new ArrayList<>();
        lines.add("rows.columns(" + values.list(operation.columns()) + ")");
        for (List<@Nullable Object> row : operation.rows()) {
            lines.add("        .row(" + values.row(row) + ")");
        }
        return op(operation.table()) + "insert(" + table(operation.table()) + ", rows -> " + String.join("\n", lines)
                + ");";
    }

    @Override
    public String visit(RenameColumn operation) {
        ObjectName table = operation.table();
        return call(table, "renameColumn", table.name(), operation.column(), operation.name());
    }

    @Override
    public String visit(RenameConstraint operation) {
        ObjectName table = operation.table();
        return call(table, "renameConstraint", table.name(), operation.constraint(), operation.name());
    }

    @Override
    public String visit(RenameIndex operation) {
        ObjectName table = operation.table();
        return call(table, "renameIndex", table.name(), operation.index(), operation.name());
    }

    @Override
    public String visit(RenameTable operation) {
        return call(operation.table(), "renameTable", operation.table().name(), operation.name());
    }

    @Override
    public String visit(SetColumnComment operation) {
        return altered(operation.table(), operation);
    }

    @Override
    public String visit(SetColumnDefault operation) {
        return altered(operation.table(), operation);
    }

    @Override
    public String visit(SetColumnNullability operation) {
        return altered(operation.table(), operation);
    }

    @Override
    public String visit(SetColumnType operation) {
        return altered(operation.table(), operation);
    }

    @Override
    public String visit(SetIdentity operation) {
        return altered(operation.table(), operation);
    }

    @Override
    public String visit(SetGeneratedExpression operation) {
        return altered(operation.table(), operation);
    }

    @Override
    public String visit(SetTableComment operation) {
        ObjectName table = operation.table();
        return operation.previous() == null
                ? call(table, "commentOnTable", table.name(), operation.comment())
                : call(table, "commentOnTable", table.name(), operation.comment(), operation.previous());
    }

    @Override
    public String visit(ValidateConstraint operation) {
        return call(
                operation.table(),
                "validateConstraint",
                operation.name(),
                operation.table().name());
    }

    private String altered(ObjectName table, Operation operation) {
        String change = alterations.of(operation);
        return change == null ? whole(operation) : op(table) + "alterColumn(" + table(table) + ", " + change + ");";
    }

    private String constraint(ObjectName table, Constraint constraint) {
        String name = constraint.name();
        String rest = null;
        String method = "";
        if (constraint instanceof PrimaryKey key && name != null && key.equals(new PrimaryKey(name, key.columns()))) {
            return "addPrimaryKey(" + columns(name, table, key.columns()) + ");";
        } else if (constraint instanceof UniqueKey key
                && name != null
                && key.equals(UniqueKey.of(name, key.columns()))) {
            return "addUnique(" + columns(name, table, key.columns()) + ");";
        } else if (constraint instanceof ForeignKey key) {
            method = "addForeignKey";
            rest = definitions.foreignKey(key, table);
        } else if (constraint instanceof Check check) {
            method = check.validity() == Validity.VALID ? "addCheck" : "addCheckNotValid";
            boolean usual = check.inheritance() == Check.Inheritance.INHERITED;
            rest = name == null || !usual ? null : values.of(check.expression());
        } else if (constraint instanceof Exclusion exclusion) {
            method = "addExclusion";
            rest = definitions.exclusion(exclusion);
        }
        return rest == null
                ? "addConstraint(" + table(table) + ", " + values.of(constraint) + ");"
                : method + "(" + values.of(name) + ", " + table(table) + ", " + rest + ");";
    }

    private String columns(String name, ObjectName table, List<String> columns) {
        return values.list(JavaDefinitions.joined(name, JavaDefinitions.joined(table.name(), columns)));
    }
}
