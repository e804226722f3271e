package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Existence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetColumnDefault;
import dev.migrate.operation.SetColumnType;
import dev.migrate.operation.TypeChange;
import dev.migrate.operation.Writes;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SqlExpression;
import dev.migrate.schema.Table;

import static java.util.Objects.requireNonNull;

/** Makes one enum type anew: its columns are text meanwhile, and what was said of them comes back afterwards. */
final class EnumReplacement {

    private final EnumType from;

    private final EnumType to;

    private final Dialect dialect;

    private final List<String> gone;

    private final List<Operation> before = new ArrayList<>();

    private final List<Operation> after = new ArrayList<>();

    private final List<Operation> restored = new ArrayList<>();

    private final List<String> notes = new ArrayList<>();

    EnumReplacement(EnumType from, EnumType to, Dialect dialect) {
        this.from = from;
        this.to = to;
        this.dialect = dialect;
        List<String> values = new ArrayList<>(from.values());
        values.removeAll(to.values());
        this.gone =
                values.stream().map(value -> dialect.literal((Object) value)).toList();
    }

    Preparation in(Schema schema) {
        if (!gone.isEmpty()) {
            notes.add("Enum type " + to.name() + " loses " + String.join(", ", gone)
                    + ": the revision fails where a row still has one of them.");
        }
        List<Index> indexes = new ArrayList<>();
        for (Index index : schema.indexes()) {
            if (keeps(index, schema)) {
                indexes.add(index);
            }
        }
        List<Table> tables = schema.tables().stream().map(this::table).toList();
        after.addAll(restored);
        List<Operation> operations = new ArrayList<>(before);
        operations.add(new DropEnum(from.name(), from));
        operations.add(new CreateEnum(to));
        operations.addAll(after);
        List<EnumType> enums = schema.enums().stream()
                .map(type -> type.equals(from) ? to : type)
                .toList();
        return new Preparation(
                operations,
                notes,
                new Schema(tables, indexes, schema.sequences(), enums, schema.domains(), schema.objects()));
    }

    private Table table(Table table) {
        if (columns(table).isEmpty()) {
            return table;
        }
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (keeps(constraint, table)) {
                constraints.add(constraint);
            }
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(EnumReplacements.isOf(column.type(), from.name()) ? column(table.name(), column) : column);
        }
        return new Table(table.name(), columns, constraints, table.comment());
    }

    private Column column(ObjectName table, Column column) {
        ColumnType text =
                new ColumnType(Kind.TEXT, List.of(), null, column.type().dimensions());
        DefaultValue value = column.defaultValue();
        boolean lost = !value.isNone() && usesGone(text(value));
        if (!value.isNone()) {
            before.add(new SetColumnDefault(table, column.name(), DefaultValue.none(), value));
        }
        TypeChange asEnum = change(column, text, column.type());
        TypeChange asText = change(column, column.type(), text);
        before.add(new SetColumnType(table, column.name(), asText, asEnum));
        after.add(new SetColumnType(table, column.name(), asEnum, asText));
        if (!value.isNone() && !lost) {
            after.add(new SetColumnDefault(table, column.name(), value, DefaultValue.none()));
        }
        return lost ? column.withDefault(DefaultValue.none()) : column;
    }

    private TypeChange change(Column column, ColumnType from, ColumnType to) {
        return new TypeChange(to, TypeCasts.using(column.name(), from, to, dialect), null);
    }

    private boolean keeps(Constraint constraint, Table table) {
        String condition = ConstraintComparison.condition(constraint);
        if (condition == null || columns(table).stream().noneMatch(column -> Mentions.column(column, condition))) {
            return true;
        }
        String name = requireNonNull(constraint.name());
        before.add(new DropConstraint(table.name(), name, constraint, Existence.REQUIRED));
        if (usesGone(condition)) {
            return false;
        }
        restored.add(new AddConstraint(table.name(), constraint));
        return true;
    }

    private boolean keeps(Index index, Schema schema) {
        StringBuilder text = new StringBuilder(index.where() == null ? "" : index.where());
        index.parts().stream()
                .map(Index.Part::expression)
                .filter(Objects::nonNull)
                .forEach(expression -> text.append(' ').append(expression));
        Table table = SchemaPair.tables(schema).get(index.table());
        if (table == null || columns(table).stream().noneMatch(column -> Mentions.column(column, text.toString()))) {
            return true;
        }
        before.add(new DropIndex(index.table(), index.name(), index, Existence.REQUIRED, Writes.BLOCKED));
        if (usesGone(text.toString())) {
            return false;
        }
        restored.add(new CreateIndex(index, Existence.REQUIRED, Writes.BLOCKED));
        return true;
    }

    private List<String> columns(Table table) {
        return table.columns().stream()
                .filter(column -> EnumReplacements.isOf(column.type(), from.name()))
                .map(Column::name)
                .toList();
    }

    private boolean usesGone(String text) {
        return gone.stream().anyMatch(text::contains);
    }

    private String text(DefaultValue value) {
        return value.value() instanceof SqlExpression sql ? sql.sql() : dialect.literal(value.value());
    }
}
