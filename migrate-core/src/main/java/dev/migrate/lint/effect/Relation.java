package dev.migrate.lint.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.statement.ColumnSpec;
import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.Expression;
import dev.migrate.lint.statement.TypeName;
import dev.migrate.schema.ObjectName;

/** A table or view as far as statements have told what it is. */
public final class Relation {

    private final Map<String, Column> columns = new LinkedHashMap<>();

    private final Map<String, Constraint> constraints = new LinkedHashMap<>();

    private final Map<String, IndexOn> indexes = new LinkedHashMap<>();

    private final Kind kind;

    private ObjectName name;

    private Expression partitionKey = Expression.none();

    private @Nullable ObjectName parent;

    private boolean defaultPartition;

    private List<ObjectName> reads = List.of();

    /** What relations are. */
    public enum Kind {
        TABLE,
        VIEW,
        MATERIALIZED_VIEW
    }

    /** A column. */
    public record Column(String name, TypeName type, boolean notNull, ColumnSpec.Source source) {

        Column with(TypeName other) {
            return new Column(name, other, notNull, source);
        }

        Column with(boolean other) {
            return new Column(name, type, other, source);
        }
    }

    /** A constraint under the name that it has. */
    public record Constraint(String name, ConstraintSpec spec, boolean valid) {

        /** Tells whether it is of this kind. */
        public boolean is(ConstraintSpec.Kind kind) {
            return spec.kind() == kind;
        }
    }

    /** An index; its columns are those before the first expression. */
    public record IndexOn(String name, List<String> columns, boolean unique, boolean plain) {

        /** Copies the list. */
        public IndexOn {
            columns = List.copyOf(columns);
        }
    }

    Relation(ObjectName name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    /** Returns its name. */
    public ObjectName name() {
        return name;
    }

    /** Returns what it is. */
    public Kind kind() {
        return kind;
    }

    /** Returns a column, or {@code null} where no statement has told of it. */
    public @Nullable Column column(String column) {
        return columns.get(column);
    }

    /** Returns the columns that are known. */
    public List<Column> columns() {
        return List.copyOf(columns.values());
    }

    /** Returns the constraints that are known. */
    public List<Constraint> constraints() {
        return List.copyOf(constraints.values());
    }

    /** Returns a constraint, or {@code null} where no statement has told of it. */
    public @Nullable Constraint constraint(String constraint) {
        return constraints.get(constraint);
    }

    /** Returns the indexes that are known, those of keys among them. */
    public List<IndexOn> indexes() {
        return List.copyOf(indexes.values());
    }

    /** Tells whether it has partitions. */
    public boolean isPartitioned() {
        return !partitionKey.isEmpty();
    }

    /** Returns what stands behind {@code PARTITION BY}. */
    public Expression partitionKey() {
        return partitionKey;
    }

    /** Returns what it is a partition of, or {@code null}. */
    public @Nullable ObjectName parent() {
        return parent;
    }

    /** Tells whether it takes what no other partition takes. */
    public boolean isDefaultPartition() {
        return defaultPartition;
    }

    /** Returns the tables that a view reads. */
    public List<ObjectName> reads() {
        return reads;
    }

    /** Tells whether a column has no nulls, as far as the definition says. */
    public boolean isNotNull(String column) {
        Column known = columns.get(column);
        return known != null && known.notNull();
    }

    /** Tells whether a valid check says that a column has no nulls. */
    public boolean provesNotNull(String column) {
        String demand = column + " is not null";
        return constraints.values().stream()
                .filter(constraint -> constraint.valid() && constraint.is(ConstraintSpec.Kind.CHECK))
                .anyMatch(
                        constraint -> constraint.spec().expression().conjuncts().contains(demand));
    }

    void rename(ObjectName other) {
        name = other;
    }

    void put(Column column) {
        columns.put(column.name(), column);
    }

    void put(Constraint constraint) {
        constraints.put(constraint.name(), constraint);
    }

    void put(IndexOn index) {
        indexes.put(index.name(), index);
    }

    void partitionBy(Expression key) {
        partitionKey = key;
    }

    void attachTo(@Nullable ObjectName table, boolean byDefault) {
        parent = table;
        defaultPartition = byDefault;
    }

    void readFrom(List<ObjectName> tables) {
        reads = List.copyOf(tables);
    }

    void dropColumn(String column) {
        columns.remove(column);
        constraints
                .values()
                .removeIf(constraint -> constraint.spec().columns().contains(column)
                        || constraint.spec().expression().mentions(column));
        indexes.values().removeIf(index -> index.columns().contains(column));
    }

    void dropConstraint(String constraint) {
        Constraint known = constraints.remove(constraint);
        if (known != null && !known.is(ConstraintSpec.Kind.CHECK)) {
            indexes.remove(constraint);
        }
    }

    void dropIndex(String index) {
        indexes.remove(index);
    }

    void renameColumn(String column, String to) {
        List<Column> all = new ArrayList<>(columns.values());
        columns.clear();
        all.forEach(
                one -> put(one.name().equals(column) ? new Column(to, one.type(), one.notNull(), one.source()) : one));
    }

    void renameConstraint(String constraint, String to) {
        Constraint known = constraints.remove(constraint);
        if (known != null) {
            put(new Constraint(to, known.spec(), known.valid()));
        }
        renameIndex(constraint, to);
    }

    void renameIndex(String index, String to) {
        IndexOn known = indexes.remove(index);
        if (known != null) {
            put(new IndexOn(to, known.columns(), known.unique(), known.plain()));
        }
    }
}
