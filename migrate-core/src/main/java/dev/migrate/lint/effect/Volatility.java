package dev.migrate.lint.effect;

import java.util.Set;

import dev.migrate.lint.statement.Expression;

/** How often an expression gives another value. */
public enum Volatility {
    /** Never within a statement. */
    STABLE,
    /** It calls something that nobody here knows. */
    UNKNOWN,
    /** For every row. */
    VOLATILE;

    private static final Set<String> KNOWN_VOLATILE = Set.of(
            "gen_random_uuid",
            "uuidv4",
            "uuidv7",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "gen_random_bytes",
            "clock_timestamp",
            "timeofday",
            "random",
            "random_normal",
            "nextval",
            "setval",
            "currval",
            "lastval",
            "pg_sleep",
            "gen_salt");

    private static final Set<String> KNOWN_STABLE = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "current_timestamp",
            "localtimestamp",
            "current_time",
            "localtime",
            "current_date",
            "current_user",
            "session_user",
            "current_setting",
            "current_database",
            "current_schema",
            "to_timestamp",
            "to_date",
            "to_char",
            "to_number",
            "date_trunc",
            "timezone",
            "age",
            "make_date",
            "make_interval",
            "make_timestamp",
            "make_timestamptz",
            "date_part",
            "extract",
            "lower",
            "upper",
            "md5",
            "sha256",
            "encode",
            "decode",
            "concat",
            "concat_ws",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "length",
            "substring",
            "trim",
            "btrim",
            "ltrim",
            "rtrim",
            "replace",
            "lpad",
            "rpad",
            "abs",
            "ceil",
            "floor",
            "round",
            "trunc",
            "jsonb_build_object",
            "jsonb_build_array",
            "json_build_object",
            "json_build_array",
            "to_json",
            "to_jsonb",
            "array",
            "row",
            "cast",
            "case",
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange",
            "daterange",
            "point",
            "varchar",
            "char",
            "numeric",
            "timestamp",
            "timestamptz",
            "time",
            "timetz",
            "interval",
            "bit",
            "decimal",
            "convert_to",
            "convert_from",
            "array_fill",
            "string_to_array",
            "split_part",
            "format",
            "left",
            "right",
            "repeat",
            "reverse",
            "pi",
            "power",
            "sqrt",
            "uuid_nil",
            "to_tsvector",
            "hashtext",
            "and",
            "or",
            "not",
            "in",
            "any",
            "all",
            "is",
            "then",
            "else",
            "when");

    /** Returns that of a default. */
    public static Volatility of(Expression expression) {
        Volatility found = STABLE;
        for (String function : expression.functions()) {
            if (KNOWN_VOLATILE.contains(function)) {
                return VOLATILE;
            }
            if (!KNOWN_STABLE.contains(function)) {
                found = UNKNOWN;
            }
        }
        return found;
    }
}
