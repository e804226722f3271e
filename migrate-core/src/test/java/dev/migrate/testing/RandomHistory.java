package dev.migrate.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateObject;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropObject;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Existence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.ReplaceObject;
import dev.migrate.operation.SetColumnComment;
import dev.migrate.operation.SetColumnDefault;
import dev.migrate.operation.SetColumnNullability;
import dev.migrate.operation.SetColumnType;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.TypeChange;
import dev.migrate.operation.Writes;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;

/** Operations that make sense one after the other on a database that is empty at first, and that can all be reversed. */
public final class RandomHistory {

    private final Random random;

    private final Predicate<Operation> supported;

    private final RandomSchema schema;

    /**
     * Creates a source.
     *
     * @param supported whether the database can carry an operation out
     */
    public RandomHistory(Random random, Predicate<Operation> supported) {
        this.random = random;
        this.supported = supported;
        this.schema = new RandomSchema(random);
    }

    /** Returns the operations of one more revision, at least one. */
    public List<Operation> next() {
        List<Operation> operations = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        while (operations.size() < count) {
            Operation operation = propose();
            if (operation != null && supported.test(operation)) {
                schema.apply(operation);
                operations.add(operation);
            }
        }
        return operations;
    }

    private @Nullable Operation propose() {
        int kind = random.nextInt(10);
        if (kind == 0 || schema.tables.isEmpty()) {
            return random.nextInt(3) == 0 ? object() : new CreateTable(schema.newTable(), Existence.REQUIRED);
        }
        Table table = schema.any(schema.tables);
        return switch (kind) {
            case 1 -> onTable(table);
            case 2, 3 -> new AddColumn(table.name(), schema.newColumn(), Existence.REQUIRED);
            case 4, 5 -> onColumn(table);
            case 6, 7 -> constraint(table);
            case 8 -> index(table);
            default -> object();
        };
    }

    private @Nullable Operation onTable(Table table) {
        return switch (random.nextInt(3)) {
            case 0 -> new RenameTable(table.name(), schema.newName("t"));
            case 1 -> new SetTableComment(table.name(), schema.newName("it's "), table.comment());
            default ->
                schema.isReferenced(table) || schema.hasIndexes(table)
                        ? null
                        : new DropTable(table.name(), table, Existence.REQUIRED);
        };
    }

    private @Nullable Operation onColumn(Table table) {
        Column column = schema.any(table.columns());
        ObjectName name = table.name();
        boolean free = !schema.isUsed(table, column.name());
        boolean plain = column.identity() == null && column.generated() == null;
        return switch (random.nextInt(6)) {
            case 0 -> new SetColumnComment(name, column.name(), schema.newName("why -- "), column.comment());
            case 1 -> free && plain ? new RenameColumn(name, column.name(), schema.newName("c")) : null;
            case 2 ->
                free && table.columns().size() > 1
                        ? new DropColumn(name, column.name(), column, Existence.REQUIRED)
                        : null;
            case 3 -> free && plain ? new SetColumnNullability(name, column.name(), !column.nullable()) : null;
            case 4 ->
                plain
                        ? new SetColumnDefault(
                                name, column.name(), schema.newDefault(column.type()), column.defaultValue())
                        : null;
            default ->
                free && plain && column.defaultValue().isNone()
                        ? new SetColumnType(
                                name,
                                column.name(),
                                new TypeChange(schema.wider(column.type()), null, null),
                                new TypeChange(column.type(), null, null))
                        : null;
        };
    }

    private @Nullable Operation constraint(Table table) {
        if (random.nextInt(3) > 0 || table.constraints().isEmpty()) {
            Constraint added = schema.newConstraint(table);
            return added == null ? null : new AddConstraint(table.name(), added);
        }
        Constraint constraint = schema.any(table.constraints());
        String name = String.valueOf(constraint.name());
        if (random.nextBoolean()) {
            return new RenameConstraint(table.name(), name, schema.newName("k"));
        }
        return schema.isReferenced(table)
                ? null
                : new DropConstraint(table.name(), name, constraint, Existence.REQUIRED);
    }

    private @Nullable Operation index(Table table) {
        List<Index> there = schema.indexes.stream()
                .filter(index -> index.table().equals(table.name()))
                .toList();
        if (there.isEmpty() || random.nextBoolean()) {
            Index index = schema.newIndex(table);
            return index == null ? null : new CreateIndex(index, Existence.REQUIRED, Writes.BLOCKED);
        }
        Index index = schema.any(there);
        return random.nextBoolean()
                ? new RenameIndex(table.name(), index.name(), schema.newName("i"))
                : new DropIndex(table.name(), index.name(), index, Existence.REQUIRED, Writes.BLOCKED);
    }

    private Operation object() {
        return switch (random.nextInt(3)) {
            case 0 -> sequence();
            case 1 -> enumType();
            default -> view();
        };
    }

    private Operation sequence() {
        if (schema.sequences.isEmpty() || random.nextInt(3) == 0) {
            return new CreateSequence(schema.newSequence(ObjectName.of(schema.newName("s"))));
        }
        Sequence sequence = schema.any(schema.sequences);
        return random.nextBoolean()
                ? new AlterSequence(schema.newSequence(sequence.name()), sequence)
                : new DropSequence(sequence.name(), sequence);
    }

    private Operation enumType() {
        if (schema.enums.isEmpty() || random.nextInt(3) == 0) {
            List<String> values = List.of(schema.newName("it's "), schema.newName("\\"));
            return new CreateEnum(new EnumType(ObjectName.of(schema.newName("e")), values));
        }
        EnumType type = schema.any(schema.enums);
        return random.nextBoolean()
                ? new RenameEnumValue(type.name(), schema.any(type.values()), schema.newName("v"))
                : new DropEnum(type.name(), type);
    }

    private Operation view() {
        String column = schema.newName("c");
        if (schema.views.isEmpty() || random.nextInt(3) == 0) {
            return new CreateObject(Replaceable.view(schema.newName("v"), "SELECT 1 AS " + column));
        }
        Replaceable view = schema.any(schema.views);
        return switch (random.nextInt(3)) {
            case 0 -> new DropObject(view);
            case 1 -> new ReplaceObject(view.redefined("SELECT 'x' AS " + column), view);
            default -> new ReplaceObject(view.redefined(view.definition() + ", 2 AS " + column), view);
        };
    }
}
