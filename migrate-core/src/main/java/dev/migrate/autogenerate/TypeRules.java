package dev.migrate.autogenerate;

import java.util.List;

import dev.migrate.schema.ColumnType;

/** Which types are the same although they are written differently. */
final class TypeRules {

    private TypeRules() {}

    /** Six digits of a second are what a time has where nothing is said. */
    static ColumnType canonical(ColumnType type) {
        boolean usual =
                switch (type.kind()) {
                    case TIME, TIME_WITH_ZONE, TIMESTAMP, TIMESTAMP_WITH_ZONE, INTERVAL ->
                        type.arguments().equals(List.of(6));
                    default -> false;
                };
        return usual ? new ColumnType(type.kind(), List.of(), type.name(), type.dimensions()) : type;
    }
}
