package dev.migrate.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

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
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;

/** What a database holds after random operations, and what else it could hold. */
final class RandomSchema extends RandomPieces {

    final List<Table> tables = new ArrayList<>();

    final List<Index> indexes = new ArrayList<>();

    final List<Sequence> sequences = new ArrayList<>();

    final List<EnumType> enums = new ArrayList<>();

    final List<Replaceable> views = new ArrayList<>();

    RandomSchema(Random random) {
        super(random);
    }

    boolean isReferenced(Table table) {
        return foreignKeys().stream().anyMatch(key -> key.target().equals(table.name()));
    }

    boolean hasIndexes(Table table) {
        return indexes.stream().anyMatch(index -> index.table().equals(table.name()));
    }

    /** Tells whether anything names the column; names are unlike each other, so that a search for the text is enough. */
    boolean isUsed(Table table, String column) {
        String word = "(?s).*\\b" + column + "\\b.*";
        return table.constraints().toString().matches(word)
                || indexes.toString().matches(word)
                || foreignKeys().toString().matches(word)
                || table.columns().stream()
                        .anyMatch(other -> String.valueOf(other.generated()).matches(word));
    }

    private List<ForeignKey> foreignKeys() {
        return tables.stream()
                .flatMap(table -> table.constraints().stream())
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .toList();
    }

    @Nullable Constraint newConstraint(Table table) {
        return newConstraint(table, tables);
    }

    void apply(Operation operation) {
        if (!applyToTables(operation) && !applyToColumns(operation) && !applyToObjects(operation)) {
            throw new IllegalStateException(operation.describe());
        }
    }

    private boolean applyToTables(Operation operation) {
        if (operation instanceof CreateTable create) {
            tables.add(create.table());
        } else if (operation instanceof DropTable drop) {
            tables.removeIf(table -> table.name().equals(drop.name()));
        } else if (operation instanceof RenameTable rename) {
            rename(rename.table(), rename.table().sibling(rename.name()));
        } else if (operation instanceof SetTableComment comment) {
            change(comment.table(), t -> new Table(t.name(), t.columns(), t.constraints(), comment.comment()));
        } else if (operation instanceof AddConstraint add) {
            constraints(add.table(), list -> list.add(add.constraint()));
        } else if (operation instanceof DropConstraint drop) {
            constraints(drop.table(), list -> list.removeIf(c -> drop.name().equals(c.name())));
        } else if (operation instanceof RenameConstraint rename) {
            constraints(
                    rename.table(),
                    list -> list.replaceAll(c -> rename.constraint().equals(c.name()) ? c.named(rename.name()) : c));
        } else if (operation instanceof CreateIndex create) {
            indexes.add(create.index());
        } else if (operation instanceof DropIndex drop) {
            indexes.removeIf(index -> index.name().equals(drop.name()));
        } else if (operation instanceof RenameIndex rename) {
            indexes.replaceAll(index -> index.name().equals(rename.index()) ? index.named(rename.name()) : index);
        } else {
            return false;
        }
        return true;
    }

    private boolean applyToColumns(Operation operation) {
        if (operation instanceof AddColumn add) {
            columns(add.table(), list -> list.add(add.column()));
        } else if (operation instanceof DropColumn drop) {
            columns(drop.table(), list -> list.removeIf(c -> c.name().equals(drop.column())));
        } else if (operation instanceof RenameColumn rename) {
            column(rename.table(), rename.column(), c -> c.renamed(rename.name()));
        } else if (operation instanceof SetColumnComment set) {
            column(
                    set.table(),
                    set.column(),
                    c -> new Column(
                            c.name(),
                            c.type(),
                            c.nullable(),
                            c.defaultValue(),
                            c.identity(),
                            c.generated(),
                            null,
                            set.comment()));
        } else if (operation instanceof SetColumnNullability set) {
            column(
                    set.table(),
                    set.column(),
                    c -> new Column(
                            c.name(), c.type(), set.nullable(), c.defaultValue(), null, null, null, c.comment()));
        } else if (operation instanceof SetColumnDefault set) {
            column(
                    set.table(),
                    set.column(),
                    c -> new Column(c.name(), c.type(), c.nullable(), set.to(), null, null, null, c.comment()));
        } else if (operation instanceof SetColumnType set) {
            column(
                    set.table(),
                    set.column(),
                    c -> new Column(
                            c.name(), set.to().type(), c.nullable(), c.defaultValue(), null, null, null, c.comment()));
        } else {
            return false;
        }
        return true;
    }

    private boolean applyToObjects(Operation operation) {
        if (operation instanceof CreateSequence create) {
            sequences.add(create.sequence());
        } else if (operation instanceof AlterSequence alter) {
            sequences.replaceAll(s -> s.name().equals(alter.to().name()) ? alter.to() : s);
        } else if (operation instanceof DropSequence drop) {
            sequences.removeIf(s -> s.name().equals(drop.name()));
        } else if (operation instanceof CreateEnum create) {
            enums.add(create.type());
        } else if (operation instanceof DropEnum drop) {
            enums.removeIf(type -> type.name().equals(drop.name()));
        } else if (operation instanceof RenameEnumValue rename) {
            enums.replaceAll(type -> new EnumType(
                    type.name(),
                    type.values().stream()
                            .map(value -> value.equals(rename.value()) ? rename.name() : value)
                            .toList()));
        } else if (operation instanceof CreateObject create) {
            views.add(create.object());
        } else if (operation instanceof DropObject drop) {
            views.remove(drop.object());
        } else if (operation instanceof ReplaceObject replace) {
            views.replaceAll(view -> view.name().equals(replace.to().name()) ? replace.to() : view);
        } else {
            return false;
        }
        return true;
    }

    private void rename(ObjectName from, ObjectName to) {
        change(from, t -> new Table(to, t.columns(), t.constraints(), t.comment()));
        indexes.replaceAll(i -> i.table().equals(from)
                ? new Index(i.name(), to, i.parts(), i.uniqueness(), i.method(), i.include(), i.where())
                : i);
        for (Table table : List.copyOf(tables)) {
            constraints(table.name(), list -> list.replaceAll(c -> retarget(c, from, to)));
        }
    }

    private static Constraint retarget(Constraint constraint, ObjectName from, ObjectName to) {
        if (!(constraint instanceof ForeignKey key) || !key.target().equals(from)) {
            return constraint;
        }
        return new ForeignKey(
                key.name(),
                key.columns(),
                to,
                key.targetColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.deferral(),
                key.validity());
    }

    private void change(ObjectName name, UnaryOperator<Table> change) {
        tables.replaceAll(table -> table.name().equals(name) ? change.apply(table) : table);
    }

    private void columns(ObjectName name, Consumer<List<Column>> change) {
        change(name, table -> {
            List<Column> columns = new ArrayList<>(table.columns());
            change.accept(columns);
            return new Table(name, columns, table.constraints(), table.comment());
        });
    }

    private void column(ObjectName name, String column, UnaryOperator<Column> change) {
        columns(name, list -> list.replaceAll(c -> c.name().equals(column) ? change.apply(c) : c));
    }

    private void constraints(ObjectName name, Consumer<List<Constraint>> change) {
        change(name, table -> {
            List<Constraint> constraints = new ArrayList<>(table.constraints());
            change.accept(constraints);
            return new Table(name, table.columns(), constraints, table.comment());
        });
    }
}
