package dev.migrate.dialect;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AddIdentity;
import dev.migrate.operation.AddUniqueKeyUsingIndex;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateDomain;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateExtension;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateObject;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropDomain;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropExtension;
import dev.migrate.operation.DropObject;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.ReplaceObject;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.SetColumnType;
import dev.migrate.operation.SetGeneratedExpression;
import dev.migrate.operation.SetIdentity;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueKey;

/** Which features one operation needs; made for one question. */
final class FeatureUse {

    private final Set<Feature> features = EnumSet.noneOf(Feature.class);

    private FeatureUse() {}

    /** Returns the features that the operation needs. */
    static Set<Feature> of(Operation operation) {
        FeatureUse use = new FeatureUse();
        if (operation instanceof AlterTable batch) {
            use.when(batch.changes().stream().anyMatch(RunCode.class::isInstance), Feature.CODE_IN_BATCH);
            batch.changes().forEach(change -> use.features.addAll(of(change)));
        } else {
            use.table(operation);
            use.object(operation);
        }
        return use.features;
    }

    /** Returns why a database that lacks some features cannot carry the operation out, or {@code null} if it can. */
    static @Nullable String missing(String database, Set<Feature> lacking, Operation operation) {
        return of(operation).stream()
                .filter(lacking::contains)
                .findFirst()
                .map(feature -> feature.missingFrom(database))
                .orElse(null);
    }

    private void table(Operation operation) {
        if (operation instanceof CreateTable create) {
            create(create.table());
        } else if (operation instanceof AddColumn add) {
            column(add.column());
            when(add.column().identity() != null, Feature.IDENTITY_BESIDE_KEY);
        } else if (operation instanceof AddConstraint add) {
            constraint(add.constraint());
        } else if (operation instanceof CreateIndex create) {
            index(create.index());
        } else if (operation instanceof SetColumnType set) {
            type(set.to().type());
            when(set.to().using() != null, Feature.TYPE_CHANGE_USING);
            when(set.to().collation() != null, Feature.COLUMN_COLLATIONS);
        } else if (operation instanceof AddIdentity add) {
            identity(add.identity());
        }
        when(operation instanceof SetIdentity, Feature.CHANGED_IDENTITY);
        when(operation instanceof SetGeneratedExpression, Feature.ALTERED_EXPRESSION);
        when(operation instanceof RenameConstraint, Feature.RENAMED_CONSTRAINTS);
        when(operation instanceof AddUniqueKeyUsingIndex, Feature.CONSTRAINT_FROM_INDEX);
    }

    private void object(Operation operation) {
        when(operation instanceof CreateSchema || operation instanceof DropSchema, Feature.SCHEMAS);
        when(
                operation instanceof CreateSequence
                        || operation instanceof AlterSequence
                        || operation instanceof DropSequence,
                Feature.SEQUENCES);
        when(
                operation instanceof CreateEnum
                        || operation instanceof AddEnumValue
                        || operation instanceof RenameEnumValue
                        || operation instanceof DropEnum,
                Feature.ENUM_TYPES);
        when(operation instanceof CreateDomain || operation instanceof DropDomain, Feature.DOMAINS);
        when(operation instanceof CreateExtension || operation instanceof DropExtension, Feature.EXTENSIONS);
        if (operation instanceof CreateDomain create) {
            type(create.domain().type());
            when(!create.domain().nullable(), Feature.NOT_NULL_DOMAINS);
        } else if (operation instanceof CreateObject create) {
            kind(create.object().kind());
        } else if (operation instanceof ReplaceObject replace) {
            kind(replace.to().kind());
        } else if (operation instanceof DropObject drop) {
            kind(drop.object().kind());
        }
    }

    private void kind(Replaceable.Kind kind) {
        when(kind == Replaceable.Kind.MATERIALIZED_VIEW, Feature.MATERIALIZED_VIEWS);
        when(kind == Replaceable.Kind.FUNCTION, Feature.FUNCTIONS);
        when(kind == Replaceable.Kind.PROCEDURE, Feature.PROCEDURES);
    }

    private void create(Table table) {
        when(table.columns().isEmpty(), Feature.TABLES_WITHOUT_COLUMNS);
        table.columns().forEach(this::column);
        table.constraints().forEach(this::constraint);
        List<List<String>> keys = table.constraints().stream()
                .filter(PrimaryKey.class::isInstance)
                .map(key -> ((PrimaryKey) key).columns())
                .toList();
        when(
                table.columns().stream()
                        .anyMatch(column -> column.identity() != null && !keys.contains(List.of(column.name()))),
                Feature.IDENTITY_BESIDE_KEY);
    }

    private void column(Column column) {
        type(column.type());
        when(column.collation() != null, Feature.COLUMN_COLLATIONS);
        if (column.identity() != null) {
            identity(column.identity());
        }
        if (column.generated() != null) {
            when(column.generated().storage() == Generated.Storage.VIRTUAL, Feature.VIRTUAL_COLUMNS);
            when(!column.nullable(), Feature.NOT_NULL_GENERATED);
        }
    }

    private void identity(Identity identity) {
        when(identity.start() != 1 || identity.increment() != 1, Feature.IDENTITY_START);
        when(identity.increment() != 1, Feature.IDENTITY_STEP);
    }

    private void type(ColumnType type) {
        when(type.dimensions() > 0, Feature.ARRAYS);
        when(type.kind() == ColumnType.Kind.DEFINED, Feature.DEFINED_TYPES);
        when(type.kind() == ColumnType.Kind.INTERVAL, Feature.INTERVALS);
        when(type.kind() == ColumnType.Kind.TIME_WITH_ZONE, Feature.TIMES_WITH_ZONE);
        when(type.kind() == ColumnType.Kind.NUMERIC && type.arguments().isEmpty(), Feature.UNLIMITED_NUMBERS);
    }

    private void constraint(Constraint constraint) {
        when(constraint instanceof Exclusion, Feature.EXCLUSIONS);
        if (constraint instanceof PrimaryKey key) {
            when(!key.include().isEmpty(), Feature.KEY_INCLUDE);
            when(key.deferral() != Deferral.NOT_DEFERRABLE, Feature.DEFERRABLE_KEYS);
        } else if (constraint instanceof Check check) {
            when(check.inheritance() == Check.Inheritance.NOT_INHERITED, Feature.NO_INHERIT);
        } else if (constraint instanceof UniqueKey key) {
            when(!key.include().isEmpty(), Feature.KEY_INCLUDE);
            when(key.empties() == UniqueKey.Nulls.NOT_DISTINCT, Feature.NULLS_NOT_DISTINCT);
            when(key.deferral() != Deferral.NOT_DEFERRABLE, Feature.DEFERRABLE_KEYS);
        } else if (constraint instanceof ForeignKey key) {
            when(key.match() == ForeignKey.Match.FULL, Feature.MATCH_FULL);
            when(key.deferral() != Deferral.NOT_DEFERRABLE, Feature.DEFERRABLE_FOREIGN_KEYS);
            when(key.targetColumns().isEmpty(), Feature.UNNAMED_TARGET_COLUMNS);
            when(
                    key.onDelete() == ForeignKey.Action.SET_DEFAULT || key.onUpdate() == ForeignKey.Action.SET_DEFAULT,
                    Feature.SET_DEFAULT);
        }
    }

    private void index(Index index) {
        when(index.uniqueness() == Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT, Feature.NULLS_NOT_DISTINCT);
        when(index.where() != null, Feature.PARTIAL_INDEXES);
        when(index.method() != null, Feature.INDEX_METHODS);
        when(!index.include().isEmpty(), Feature.INDEX_INCLUDE);
        for (Index.Part part : index.parts()) {
            when(part.expression() != null, Feature.EXPRESSION_INDEXES);
            when(part.nullOrder() != Index.NullOrder.USUAL, Feature.INDEX_NULL_ORDER);
            when(part.operatorClass() != null, Feature.OPERATOR_CLASSES);
            when(part.collation() != null, Feature.INDEX_COLLATIONS);
        }
    }

    private void when(boolean needed, Feature feature) {
        if (needed) {
            features.add(feature);
        }
    }
}
