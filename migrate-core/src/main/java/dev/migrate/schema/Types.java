package dev.migrate.schema;

import java.util.List;

import dev.migrate.schema.ColumnType.Kind;

/**
 * The types of columns, to be imported statically.
 *
 * <pre>{@code
 * op.addColumn("segment", column("audio_start_ms", integer()));
 * }</pre>
 */
public final class Types {

    private Types() {}

    /** Returns the type for true or false. */
    public static ColumnType bool() {
        return ColumnType.of(Kind.BOOLEAN);
    }

    /** Returns the type for 16 bits. */
    public static ColumnType smallint() {
        return ColumnType.of(Kind.SMALLINT);
    }

    /** Returns the type for 32 bits. */
    public static ColumnType integer() {
        return ColumnType.of(Kind.INTEGER);
    }

    /** Returns the type for 64 bits. */
    public static ColumnType bigint() {
        return ColumnType.of(Kind.BIGINT);
    }

    /** Returns the type for single precision. */
    public static ColumnType real() {
        return ColumnType.of(Kind.REAL);
    }

    /** Returns the type for double precision. */
    public static ColumnType doublePrecision() {
        return ColumnType.of(Kind.DOUBLE);
    }

    /** Returns the type for text of any length. */
    public static ColumnType text() {
        return ColumnType.of(Kind.TEXT);
    }

    /** Returns the type for bytes of any number. */
    public static ColumnType binary() {
        return ColumnType.of(Kind.BINARY);
    }

    /** Returns the type for a day. */
    public static ColumnType date() {
        return ColumnType.of(Kind.DATE);
    }

    /** Returns the type for a time of day. */
    public static ColumnType time() {
        return ColumnType.of(Kind.TIME);
    }

    /** Returns the type for a time of day with so many digits behind the second. */
    public static ColumnType time(int digits) {
        return ColumnType.of(Kind.TIME, digits);
    }

    /** Returns the type for a time of day with its offset. */
    public static ColumnType timeWithZone() {
        return ColumnType.of(Kind.TIME_WITH_ZONE);
    }

    /** Returns the type for a time of day with its offset with so many digits behind the second. */
    public static ColumnType timeWithZone(int digits) {
        return ColumnType.of(Kind.TIME_WITH_ZONE, digits);
    }

    /** Returns the type for a day and a time of day, without a zone. */
    public static ColumnType timestamp() {
        return ColumnType.of(Kind.TIMESTAMP);
    }

    /** Returns the type for a day and a time of day, without a zone, with so many digits behind the second. */
    public static ColumnType timestamp(int digits) {
        return ColumnType.of(Kind.TIMESTAMP, digits);
    }

    /** Returns the type for a moment. */
    public static ColumnType timestampWithZone() {
        return ColumnType.of(Kind.TIMESTAMP_WITH_ZONE);
    }

    /** Returns the type for a moment with so many digits behind the second. */
    public static ColumnType timestampWithZone(int digits) {
        return ColumnType.of(Kind.TIMESTAMP_WITH_ZONE, digits);
    }

    /** Returns the type for a length of time. */
    public static ColumnType interval() {
        return ColumnType.of(Kind.INTERVAL);
    }

    /** Returns the type for a UUID. */
    public static ColumnType uuid() {
        return ColumnType.of(Kind.UUID);
    }

    /** Returns the type for a JSON document, in the form that the database can search (PostgreSQL: {@code jsonb}). */
    public static ColumnType json() {
        return ColumnType.of(Kind.JSON);
    }

    /** Returns the type for text of exactly so many characters, filled up with blanks. */
    public static ColumnType character(int length) {
        return ColumnType.of(Kind.CHAR, length);
    }

    /** Returns the type for text of at most so many characters. */
    public static ColumnType varchar(int length) {
        return ColumnType.of(Kind.VARCHAR, length);
    }

    /** Returns the type for exact numbers of any size. */
    public static ColumnType numeric() {
        return ColumnType.of(Kind.NUMERIC);
    }

    /**
     * Returns the type for exact numbers.
     *
     * @param precision digits in all
     * @param scale digits behind the point
     */
    public static ColumnType numeric(int precision, int scale) {
        return ColumnType.of(Kind.NUMERIC, precision, scale);
    }

    /** Returns an enum type or domain that the schema defines, in the schema that the run works in. */
    public static ColumnType defined(String name) {
        return defined(ObjectName.of(name));
    }

    /** Returns an enum type or domain that the schema defines. */
    public static ColumnType defined(ObjectName name) {
        return new ColumnType(Kind.DEFINED, List.of(), name, 0);
    }

    /**
     * Returns a type by the name that the database's manual gives it, for what no other method here offers.
     *
     * @param name such as {@code tsvector}; it is spelled as it stands here, so it must not come from outside the program
     * @param arguments such as a length, often none
     */
    public static ColumnType named(String name, Integer... arguments) {
        return new ColumnType(Kind.NAMED, List.of(arguments), ObjectName.of(name), 0);
    }

    /** Returns the type for arrays of a type. */
    public static ColumnType arrayOf(ColumnType element) {
        return new ColumnType(element.kind(), element.arguments(), element.name(), element.dimensions() + 1);
    }
}
