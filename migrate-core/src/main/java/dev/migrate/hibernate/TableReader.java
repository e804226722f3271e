package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.hibernate.boot.Metadata;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Selectable;
import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

/** Turns Hibernate's picture of a table into ours. A name that Hibernate only derived from a hash is no name. */
final class TableReader {

    private static final Pattern HASHED = Pattern.compile("(FK|UK|IDX|UC)[0-9a-z]{20,32}");

    private final ModelNames names;

    private final ColumnReader columns;

    private final AggregateChecks aggregates;

    TableReader(Metadata metadata, ModelNames names, List<EnumType> enums) {
        this.names = names;
        this.columns = new ColumnReader(metadata, names, enums);
        this.aggregates = new AggregateChecks(metadata);
    }

    Table table(org.hibernate.mapping.Table table) {
        List<Column> read = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        if (table.getPrimaryKey() != null) {
            constraints.add(
                    new PrimaryKey(null, columnNames(table.getPrimaryKey().getColumns())));
        }
        for (org.hibernate.mapping.Column column : table.getColumns()) {
            read.add(columns.column(column, table));
            column.getCheckConstraints().forEach(check -> constraints.add(check(check)));
            if (column.isUnique() && !table.isPrimaryKey(column) && !hasUniqueKey(table, column)) {
                constraints.add(UniqueKey.of(null, List.of(names.of(column))));
            }
        }
        for (org.hibernate.mapping.UniqueKey key : table.getUniqueKeys().values()) {
            if (!table.isRedundantUniqueKey(key)) {
                constraints.add(UniqueKey.of(given(key.getName()), columnNames(key.getColumns())));
            }
        }
        table.getChecks().forEach(check -> constraints.add(check(check)));
        aggregates.of(table).forEach(condition -> constraints.add(new Check(null, condition, Validity.VALID)));
        for (org.hibernate.mapping.ForeignKey key : table.getForeignKeyCollection()) {
            if (key.isPhysicalConstraint() && key.isCreationEnabled()) {
                constraints.add(foreignKey(key));
            }
        }
        String comment = table.getComment();
        return new Table(names.of(table), read, constraints, comment == null ? "" : comment);
    }

    List<Index> indexes(org.hibernate.mapping.Table table) {
        List<Index> indexes = new ArrayList<>();
        for (org.hibernate.mapping.Index index : table.getIndexes().values()) {
            List<Index.Part> parts = new ArrayList<>();
            Map<Selectable, String> orders = index.getSelectableOrderMap();
            for (Selectable selectable : index.getSelectables()) {
                parts.add(part(selectable, orders.get(selectable)));
            }
            Index.Uniqueness uniqueness = index.isUnique() ? Index.Uniqueness.UNIQUE : Index.Uniqueness.NOT_UNIQUE;
            indexes.add(
                    new Index(names.of(index.getName()), names.of(table), parts, uniqueness, null, List.of(), null));
        }
        return indexes;
    }

    private Index.Part part(Selectable selectable, @Nullable String order) {
        boolean column = selectable instanceof org.hibernate.mapping.Column;
        Index.Order direction = order != null && order.toLowerCase(Locale.ROOT).startsWith("desc")
                ? Index.Order.DESCENDING
                : Index.Order.ASCENDING;
        return new Index.Part(
                column ? names.of((org.hibernate.mapping.Column) selectable) : null,
                column ? null : selectable.getText(),
                direction,
                Index.NullOrder.USUAL,
                null,
                null);
    }

    private ForeignKey foreignKey(org.hibernate.mapping.ForeignKey key) {
        ForeignKeyRules rules = ForeignKeyRules.of(key);
        return new ForeignKey(
                given(key.getName()),
                columnNames(key.getColumns()),
                names.of(key.getReferencedTable()),
                columnNames(
                        key.isReferenceToPrimaryKey()
                                ? key.getReferencedTable().getPrimaryKey().getColumns()
                                : key.getReferencedColumns()),
                rules.onDelete(),
                rules.onUpdate(),
                rules.deferral(),
                Validity.VALID);
    }

    private Check check(CheckConstraint check) {
        String name = check.getName();
        return new Check(name == null || name.isEmpty() ? null : names.of(name), check.getConstraint(), Validity.VALID);
    }

    private boolean hasUniqueKey(org.hibernate.mapping.Table table, org.hibernate.mapping.Column column) {
        return table.getUniqueKeys().values().stream()
                .anyMatch(key -> key.getColumns().equals(List.of(column)));
    }

    private @Nullable String given(@Nullable String name) {
        return name == null || name.isEmpty() || HASHED.matcher(name).matches() ? null : names.of(name);
    }

    private List<String> columnNames(List<org.hibernate.mapping.Column> keyColumns) {
        return keyColumns.stream().map(names::of).toList();
    }
}
