package dev.migrate.autogenerate;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SqlExpression;
import dev.migrate.schema.Table;

/**
 * Moves objects to other schemas, with the names in their expressions.
 *
 * @param names where an object goes
 * @param texts what becomes of an expression
 */
record Relocation(UnaryOperator<ObjectName> names, UnaryOperator<String> texts) {

    /** Returns one that leaves out the name of the run's own schema, and leaves expressions alone. */
    static Relocation unqualified(String own) {
        return new Relocation(
                name -> own.equals(name.schema()) ? ObjectName.of(name.name()) : name, UnaryOperator.identity());
    }

    Schema schema(Schema schema) {
        return new Schema(
                schema.tables().stream().map(this::table).toList(),
                schema.indexes().stream().map(this::index).toList(),
                schema.sequences().stream().map(this::sequence).toList(),
                schema.enums().stream().map(this::enumType).toList(),
                schema.domains().stream().map(this::domain).toList(),
                schema.objects().stream().map(this::object).toList());
    }

    private Replaceable object(Replaceable object) {
        ObjectName table = object.table();
        return new Replaceable(
                object.kind(),
                names.apply(object.name()),
                object.arguments(),
                table == null ? null : names.apply(table),
                object.definition());
    }

    Table table(Table table) {
        return new Table(
                names.apply(table.name()),
                table.columns().stream().map(this::column).toList(),
                table.constraints().stream().map(this::constraint).toList(),
                table.comment());
    }

    Index index(Index index) {
        return new Index(
                index.name(),
                names.apply(index.table()),
                index.parts().stream().map(this::part).toList(),
                index.uniqueness(),
                index.method(),
                index.include(),
                text(index.where()));
    }

    EnumType enumType(EnumType type) {
        return new EnumType(names.apply(type.name()), type.values());
    }

    Domain domain(Domain domain) {
        return new Domain(
                names.apply(domain.name()),
                type(domain.type()),
                domain.nullable(),
                defaultValue(domain.defaultValue()),
                domain.checks().stream()
                        .map(check -> new Check(check.name(), texts.apply(check.expression()), check.validity()))
                        .toList());
    }

    private DefaultValue defaultValue(DefaultValue value) {
        return value.value() instanceof SqlExpression sql ? DefaultValue.sql(texts.apply(sql.sql())) : value;
    }

    private Column column(Column column) {
        Generated generated = column.generated();
        return new Column(
                column.name(),
                type(column.type()),
                column.nullable(),
                defaultValue(column.defaultValue()),
                column.identity(),
                generated == null ? null : new Generated(texts.apply(generated.expression()), generated.storage()),
                column.collation(),
                column.comment());
    }

    private ColumnType type(ColumnType type) {
        return type.kind() == ColumnType.Kind.DEFINED && type.name() != null
                ? new ColumnType(type.kind(), type.arguments(), names.apply(type.name()), type.dimensions())
                : type;
    }

    private Constraint constraint(Constraint constraint) {
        if (constraint instanceof Check check) {
            return new Check(check.name(), texts.apply(check.expression()), check.validity(), check.inheritance());
        }
        if (constraint instanceof ForeignKey key) {
            return new ForeignKey(
                    key.name(),
                    key.columns(),
                    names.apply(key.target()),
                    key.targetColumns(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.deferral(),
                    key.validity(),
                    key.match());
        }
        if (constraint instanceof Exclusion exclusion) {
            return new Exclusion(
                    exclusion.name(),
                    exclusion.method(),
                    exclusion.elements().stream()
                            .map(element ->
                                    new Exclusion.Element(texts.apply(element.expression()), element.operator()))
                            .toList(),
                    text(exclusion.where()),
                    exclusion.deferral());
        }
        return constraint;
    }

    private Index.Part part(Index.Part part) {
        return new Index.Part(
                part.column(),
                text(part.expression()),
                part.order(),
                part.nullOrder(),
                part.operatorClass(),
                part.collation());
    }

    Sequence sequence(Sequence sequence) {
        return new Sequence(
                names.apply(sequence.name()),
                sequence.start(),
                sequence.increment(),
                sequence.minimum(),
                sequence.maximum(),
                sequence.cache(),
                sequence.wrap());
    }

    private @Nullable String text(@Nullable String text) {
        return text == null ? null : texts.apply(text);
    }
}
