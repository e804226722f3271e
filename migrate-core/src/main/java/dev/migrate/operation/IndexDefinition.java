package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Index;
import dev.migrate.schema.Index.NullOrder;
import dev.migrate.schema.Index.Order;
import dev.migrate.schema.Index.Part;
import dev.migrate.schema.Index.Uniqueness;
import dev.migrate.schema.ObjectName;

/**
 * An index being described. Order, nulls, operator class and collation belong to the column or expression named last.
 *
 * <pre>{@code
 * op.createIndex("ix_calls_open", "calls", i -> i.columns("started_at").descending().where("ended_at IS NULL").concurrently());
 * }</pre>
 */
public final class IndexDefinition {

    private final List<Part> parts = new ArrayList<>();

    private Uniqueness uniqueness = Uniqueness.NOT_UNIQUE;

    private @Nullable String method;

    private final List<String> include = new ArrayList<>();

    private @Nullable String where;

    private Existence condition = Existence.REQUIRED;

    private Writes writes = Writes.BLOCKED;

    private IndexDefinition() {}

    /** Indexes these columns, behind those named before. */
    public IndexDefinition columns(String... names) {
        for (String name : names) {
            parts.add(Part.column(name));
        }
        return this;
    }

    /** Indexes an expression, such as {@code lower(email)}, behind what was named before. */
    public IndexDefinition expression(String sql) {
        parts.add(Part.expression(sql));
        return this;
    }

    /** Has large values first. */
    public IndexDefinition descending() {
        Part part = last();
        return replace(new Part(
                part.column(),
                part.expression(),
                Order.DESCENDING,
                part.nullOrder(),
                part.operatorClass(),
                part.collation()));
    }

    /** Says where empty values stand. */
    public IndexDefinition nulls(NullOrder order) {
        Part part = last();
        return replace(new Part(
                part.column(), part.expression(), part.order(), order, part.operatorClass(), part.collation()));
    }

    /** Names the operator class, such as {@code text_pattern_ops}. */
    public IndexDefinition operatorClass(String name) {
        Part part = last();
        return replace(
                new Part(part.column(), part.expression(), part.order(), part.nullOrder(), name, part.collation()));
    }

    /** Names the collation. */
    public IndexDefinition collation(String name) {
        Part part = last();
        return replace(
                new Part(part.column(), part.expression(), part.order(), part.nullOrder(), part.operatorClass(), name));
    }

    /** Refuses rows that are alike; two empty values are not. */
    public IndexDefinition unique() {
        uniqueness = Uniqueness.UNIQUE;
        return this;
    }

    /** Refuses rows that are alike; two empty values are. */
    public IndexDefinition uniqueNullsNotDistinct() {
        uniqueness = Uniqueness.UNIQUE_NULLS_NOT_DISTINCT;
        return this;
    }

    /** Names the method, such as {@code gin}. */
    public IndexDefinition using(String name) {
        method = name;
        return this;
    }

    /** Stores further columns, which are not searched. */
    public IndexDefinition include(String... names) {
        include.addAll(List.of(names));
        return this;
    }

    /** Holds only the rows that satisfy a condition. */
    public IndexDefinition where(String condition) {
        where = condition;
        return this;
    }

    /** Lets others write meanwhile; the database refuses that in a transaction, so it needs a revision of its own. */
    public IndexDefinition concurrently() {
        writes = Writes.ALLOWED;
        return this;
    }

    /** Does nothing where there is an index of that name already (or, when dropping, none any more). */
    public IndexDefinition ifNeeded() {
        condition = Existence.OPTIONAL;
        return this;
    }

    static CreateIndex create(String name, ObjectName table, Consumer<IndexDefinition> definition) {
        IndexDefinition index = of(definition);
        if (index.parts.isEmpty()) {
            throw new IllegalArgumentException("The index " + name + " needs columns(…) or expression(…)");
        }
        return new CreateIndex(index.build(name, table), index.condition, index.writes);
    }

    static DropIndex drop(String name, ObjectName table, Consumer<IndexDefinition> previous) {
        IndexDefinition index = of(previous);
        return new DropIndex(
                table, name, index.parts.isEmpty() ? null : index.build(name, table), index.condition, index.writes);
    }

    private static IndexDefinition of(Consumer<IndexDefinition> definition) {
        IndexDefinition index = new IndexDefinition();
        definition.accept(index);
        return index;
    }

    private Index build(String name, ObjectName table) {
        return new Index(name, table, parts, uniqueness, method, include, where);
    }

    private Part last() {
        if (parts.isEmpty()) {
            throw new IllegalStateException("Name a column or an expression first");
        }
        return parts.get(parts.size() - 1);
    }

    private IndexDefinition replace(Part part) {
        parts.set(parts.size() - 1, part);
        return this;
    }
}
