package dev.migrate.dialect;

import java.util.EnumSet;
import java.util.Set;

import dev.migrate.schema.ColumnType;

/** Operations as SQLite spells them; what {@code ALTER TABLE} cannot do there is a {@link SqliteRebuild}. */
final class SqliteSpelling extends StandardSpelling {

    static final Set<Feature> LACKING = EnumSet.of(
            Feature.SCHEMAS,
            Feature.SEQUENCES,
            Feature.ENUM_TYPES,
            Feature.DOMAINS,
            Feature.DEFINED_TYPES,
            Feature.EXTENSIONS,
            Feature.MATERIALIZED_VIEWS,
            Feature.FUNCTIONS,
            Feature.PROCEDURES,
            Feature.ARRAYS,
            Feature.IDENTITY_START,
            Feature.IDENTITY_BESIDE_KEY,
            Feature.EXCLUSIONS,
            Feature.NULLS_NOT_DISTINCT,
            Feature.DEFERRABLE_KEYS,
            Feature.INDEX_METHODS,
            Feature.INDEX_INCLUDE,
            Feature.INDEX_NULL_ORDER,
            Feature.OPERATOR_CLASSES,
            Feature.CODE_IN_BATCH);

    SqliteSpelling() {
        super(new SqliteLiterals());
    }

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    String typeName(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> "text";
            case BINARY -> "blob";
            default -> super.typeName(type);
        };
    }
}
