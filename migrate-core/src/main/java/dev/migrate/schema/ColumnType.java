package dev.migrate.schema;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The type of a column; {@link Types} makes them.
 *
 * @param kind what it is in every database, or {@link Kind#NAMED} for what only some know
 * @param arguments length, or precision and scale; empty where the database's default holds
 * @param name the type's own name if it is {@link Kind#NAMED} or {@link Kind#DEFINED}, otherwise {@code null}
 * @param dimensions 0, or how many times it is an array of that
 */
public record ColumnType(
        Kind kind, List<Integer> arguments, @Nullable ObjectName name, int dimensions) {

    /** What every dialect has a spelling for, or says that it has none. */
    public enum Kind {
        /** True or false. */
        BOOLEAN,
        /** 16 bits. */
        SMALLINT,
        /** 32 bits. */
        INTEGER,
        /** 64 bits. */
        BIGINT,
        /** Exact, with precision and scale. */
        NUMERIC,
        /** Single precision. */
        REAL,
        /** Double precision. */
        DOUBLE,
        /** Text of a fixed length. */
        CHAR,
        /** Text of a limited length. */
        VARCHAR,
        /** Text of any length. */
        TEXT,
        /** Bytes. */
        BINARY,
        /** A day. */
        DATE,
        /** A time of day. */
        TIME,
        /** A time of day with its offset. */
        TIME_WITH_ZONE,
        /** A day and a time of day. */
        TIMESTAMP,
        /** A moment. */
        TIMESTAMP_WITH_ZONE,
        /** A length of time. */
        INTERVAL,
        /** 128 bits, mostly random. */
        UUID,
        /** A JSON document. */
        JSON,
        /** A type of the database by the name that its manual gives it, such as {@code tsvector}; spelled as it is. */
        NAMED,
        /** An enum type or a domain that the schema itself defines; its name is quoted. */
        DEFINED
    }

    /** Copies the list, and refuses a name where there is none and none where there must be one. */
    public ColumnType {
        arguments = List.copyOf(arguments);
        if ((kind == Kind.NAMED || kind == Kind.DEFINED) != (name != null)) {
            throw new IllegalArgumentException("Exactly a NAMED or DEFINED type has a name");
        }
    }

    static ColumnType of(Kind kind, Integer... arguments) {
        return new ColumnType(kind, List.of(arguments), null, 0);
    }

    /** Returns the type for people, such as {@code varchar(200)}. */
    @Override
    public String toString() {
        String text = name == null ? kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') : name.toString();
        String list = arguments.isEmpty()
                ? ""
                : "("
                        + String.join(
                                ", ", arguments.stream().map(String::valueOf).toList()) + ")";
        return text + list + "[]".repeat(dimensions);
    }
}
