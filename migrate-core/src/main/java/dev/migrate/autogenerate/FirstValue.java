package dev.migrate.autogenerate;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;

/** A value for the rows that are there when a column is added that must not be empty. */
final class FirstValue {

    private FirstValue() {}

    /** Returns one that every reader will take for "nothing yet", or none where there is no such value. */
    static DefaultValue of(ColumnType type) {
        if (type.dimensions() > 0) {
            return DefaultValue.none();
        }
        return switch (type.kind()) {
            case BOOLEAN -> DefaultValue.of(false);
            case SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE -> DefaultValue.of(0);
            case VARCHAR, TEXT -> DefaultValue.of("");
            case JSON -> DefaultValue.of("{}");
            case DATE -> DefaultValue.sql("CURRENT_DATE");
            case TIMESTAMP, TIMESTAMP_WITH_ZONE -> DefaultValue.sql("CURRENT_TIMESTAMP");
            default -> DefaultValue.none();
        };
    }
}
