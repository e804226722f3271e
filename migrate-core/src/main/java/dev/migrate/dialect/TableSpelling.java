package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;

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
import dev.migrate.operation.OperationVisitor;
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
import dev.migrate.operation.TypeChange;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.operation.Writes;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Table;

/** Operations on tables, columns, indexes and constraints as the SQL standard spells them. */
abstract class TableSpelling extends StandardClauses implements OperationVisitor<List<String>> {

    TableSpelling(Literals literals) {
        super(literals);
    }

    /** Returns the beginning of a statement that changes a table, with a blank behind it. */
    final String alter(ObjectName table) {
        return "ALTER TABLE " + quote(table) + " ";
    }

    /** Returns the beginning of a statement that changes a column, with a blank behind it. */
    String alterColumn(ObjectName table, String column) {
        return alter(table) + "ALTER COLUMN " + quote(column) + " ";
    }

    static String ifExists(Existence condition) {
        return condition == Existence.OPTIONAL ? "IF EXISTS " : "";
    }

    static String ifNotExists(Existence condition) {
        return condition == Existence.OPTIONAL ? "IF NOT EXISTS " : "";
    }

    @Override
    public List<String> visit(CreateTable operation) {
        Table table = operation.table();
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(column(column)));
        List<? extends Constraint> later = addedLater(table.constraints());
        table.constraints().stream()
                .filter(constraint -> !later.contains(constraint))
                .forEach(constraint -> lines.add(constraint(constraint)));
        String name = ifNotExists(operation.condition()) + quote(table.name());
        String body = lines.isEmpty() ? "()" : "(\n    " + String.join(",\n    ", lines) + "\n)";
        List<String> statements = new ArrayList<>(List.of("CREATE TABLE " + name + " " + body));
        later.forEach(constraint -> statements.add(alter(table.name()) + "ADD " + constraint(constraint)));
        statements.addAll(comments(table));
        return statements;
    }

    /** Returns the constraints that cannot be part of the statement that creates a table or domain. */
    List<? extends Constraint> addedLater(List<? extends Constraint> constraints) {
        return List.of();
    }

    /** Returns the statements that say what a new table and its columns are for. */
    List<String> comments(Table table) {
        List<String> statements = new ArrayList<>();
        if (!table.comment().isEmpty()) {
            statements.add(commentOn("TABLE", quote(table.name()), table.comment()));
        }
        table.columns().forEach(column -> statements.addAll(comment(table.name(), column)));
        return statements;
    }

    /** Returns the statement that says what a new column is for, or none. */
    List<String> comment(ObjectName table, Column column) {
        String name = quote(table) + "." + quote(column.name());
        return column.comment().isEmpty() ? List.of() : List.of(commentOn("COLUMN", name, column.comment()));
    }

    /** Returns a statement that says what something is for. */
    String commentOn(String kind, String name, String comment) {
        return "COMMENT ON " + kind + " " + name + " IS " + literal(comment);
    }

    @Override
    public List<String> visit(DropTable operation) {
        return List.of("DROP TABLE " + ifExists(operation.condition()) + quote(operation.name()));
    }

    @Override
    public List<String> visit(RenameTable operation) {
        return List.of(alter(operation.table()) + "RENAME TO " + quote(operation.name()));
    }

    @Override
    public List<String> visit(SetTableComment operation) {
        return List.of(commentOn("TABLE", quote(operation.table()), operation.comment()));
    }

    @Override
    public List<String> visit(AlterTable operation) {
        List<String> statements = new ArrayList<>();
        operation.changes().forEach(change -> statements.addAll(change.accept(this)));
        return statements;
    }

    @Override
    public List<String> visit(AddColumn operation) {
        List<String> statements = new ArrayList<>();
        statements.add(alter(operation.table()) + "ADD COLUMN " + ifNotExists(operation.condition())
                + column(operation.column()));
        statements.addAll(comment(operation.table(), operation.column()));
        return statements;
    }

    @Override
    public List<String> visit(DropColumn operation) {
        return List.of(alter(operation.table()) + "DROP COLUMN " + ifExists(operation.condition())
                + quote(operation.column()));
    }

    @Override
    public List<String> visit(RenameColumn operation) {
        return List.of(alter(operation.table()) + "RENAME COLUMN " + quote(operation.column()) + " TO "
                + quote(operation.name()));
    }

    @Override
    public List<String> visit(SetColumnType operation) {
        return List.of(
                alterColumn(operation.table(), operation.column()) + "SET DATA TYPE " + typeChange(operation.to()));
    }

    /** Returns what stands behind {@code SET DATA TYPE}. */
    String typeChange(TypeChange change) {
        return type(change.type())
                + (change.collation() == null ? "" : " COLLATE " + collation(change.collation()))
                + (change.using() == null ? "" : " USING " + change.using());
    }

    @Override
    public List<String> visit(SetColumnNullability operation) {
        return List.of(alterColumn(operation.table(), operation.column()) + (operation.nullable() ? "DROP" : "SET")
                + " NOT NULL");
    }

    @Override
    public List<String> visit(SetColumnDefault operation) {
        String change = operation.to().isNone() ? "DROP DEFAULT" : "SET DEFAULT " + defaultValue(operation.to());
        return List.of(alterColumn(operation.table(), operation.column()) + change);
    }

    @Override
    public List<String> visit(SetColumnComment operation) {
        String name = quote(operation.table()) + "." + quote(operation.column());
        return List.of(commentOn("COLUMN", name, operation.comment()));
    }

    @Override
    public List<String> visit(AddIdentity operation) {
        return List.of(alterColumn(operation.table(), operation.column()) + "ADD " + identity(operation.identity()));
    }

    @Override
    public List<String> visit(DropIdentity operation) {
        return List.of(alterColumn(operation.table(), operation.column()) + "DROP IDENTITY");
    }

    @Override
    public List<String> visit(SetIdentity operation) {
        Identity to = operation.to();
        Identity from = operation.from();
        List<String> changes = new ArrayList<>();
        if (to.mode() != from.mode()) {
            changes.add("SET GENERATED " + mode(to));
        }
        if (to.start() != from.start()) {
            changes.add("SET START WITH " + to.start());
        }
        if (to.increment() != from.increment()) {
            changes.add("SET INCREMENT BY " + to.increment());
        }
        return changes.isEmpty()
                ? List.of()
                : List.of(alterColumn(operation.table(), operation.column()) + String.join(" ", changes));
    }

    @Override
    public List<String> visit(SetGeneratedExpression operation) {
        return List.of(
                alterColumn(operation.table(), operation.column()) + "SET EXPRESSION AS (" + operation.to() + ")");
    }

    @Override
    public List<String> visit(DropGeneratedExpression operation) {
        return List.of(alterColumn(operation.table(), operation.column()) + "DROP EXPRESSION");
    }

    @Override
    public List<String> visit(CreateIndex operation) {
        Index index = operation.index();
        String unique = index.uniqueness() == Index.Uniqueness.NOT_UNIQUE ? "" : "UNIQUE ";
        return List.of("CREATE " + unique + "INDEX " + concurrently(operation.writes())
                + ifNotExists(operation.condition()) + quote(index.name()) + index(index));
    }

    /** Returns the word that lets others write meanwhile, with a blank behind it; empty where there is none. */
    String concurrently(Writes writes) {
        return "";
    }

    @Override
    public List<String> visit(DropIndex operation) {
        return List.of("DROP INDEX " + concurrently(operation.writes()) + ifExists(operation.condition())
                + quote(operation.table().sibling(operation.name())));
    }

    @Override
    public List<String> visit(RenameIndex operation) {
        return List.of("ALTER INDEX " + quote(operation.table().sibling(operation.index())) + " RENAME TO "
                + quote(operation.name()));
    }

    @Override
    public List<String> visit(AddConstraint operation) {
        return List.of(alter(operation.table()) + "ADD " + constraint(operation.constraint()));
    }

    @Override
    public List<String> visit(DropConstraint operation) {
        return List.of(alter(operation.table()) + "DROP CONSTRAINT " + ifExists(operation.condition())
                + quote(operation.name()));
    }

    @Override
    public List<String> visit(RenameConstraint operation) {
        return List.of(alter(operation.table()) + "RENAME CONSTRAINT " + quote(operation.constraint()) + " TO "
                + quote(operation.name()));
    }

    @Override
    public List<String> visit(ValidateConstraint operation) {
        return List.of(alter(operation.table()) + "VALIDATE CONSTRAINT " + quote(operation.name()));
    }

    @Override
    public List<String> visit(AddUniqueKeyUsingIndex operation) {
        return List.of(alter(operation.table()) + "ADD CONSTRAINT " + quote(operation.name()) + " UNIQUE USING INDEX "
                + quote(operation.index()));
    }
}
