package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ColumnType.Kind;

import static java.util.Map.entry;

/** Reads a type as SQL writes it, in any of its spellings. */
public final class TypeText {

    private static final Pattern TYPE = Pattern.compile(
            "(?<name>[^(\\[]+?)\\s*(?:\\(\\s*(?<arguments>\\d+(?:\\s*,\\s*-?\\d+)*)\\s*(?:char|byte)?\\s*\\))?(?<rest>\\s+with(?:out)?\\s+time\\s+zone)?\\s*(?<array>(?:\\s*\\[\\d*\\]|\\s+array)*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DIMENSION =
            Pattern.compile("array(?:\\s*\\[\\d*\\])?|\\[\\d*\\]", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            entry("boolean", Kind.BOOLEAN),
            entry("bool", Kind.BOOLEAN),
            entry("smallint", Kind.SMALLINT),
            entry("int2", Kind.SMALLINT),
            entry("integer", Kind.INTEGER),
            entry("int", Kind.INTEGER),
            entry("int4", Kind.INTEGER),
            entry("bigint", Kind.BIGINT),
            entry("int8", Kind.BIGINT),
            entry("numeric", Kind.NUMERIC),
            entry("decimal", Kind.NUMERIC),
            entry("real", Kind.REAL),
            entry("float4", Kind.REAL),
            entry("float", Kind.DOUBLE),
            entry("float8", Kind.DOUBLE),
            entry("double precision", Kind.DOUBLE),
            entry("double", Kind.DOUBLE),
            entry("char", Kind.CHAR),
            entry("character", Kind.CHAR),
            entry("varchar", Kind.VARCHAR),
            entry("character varying", Kind.VARCHAR),
            entry("text", Kind.TEXT),
            entry("bytea", Kind.BINARY),
            entry("date", Kind.DATE),
            entry("time", Kind.TIME),
            entry("time without time zone", Kind.TIME),
            entry("timetz", Kind.TIME_WITH_ZONE),
            entry("time with time zone", Kind.TIME_WITH_ZONE),
            entry("timestamp", Kind.TIMESTAMP),
            entry("timestamp without time zone", Kind.TIMESTAMP),
            entry("timestamptz", Kind.TIMESTAMP_WITH_ZONE),
            entry("timestamp with time zone", Kind.TIMESTAMP_WITH_ZONE),
            entry("interval", Kind.INTERVAL),
            entry("uuid", Kind.UUID),
            entry("jsonb", Kind.JSON));

    private TypeText() {}

    /** Returns the type; one that no {@link Kind} stands for keeps the text as its name. */
    public static ColumnType parse(String text) {
        Matcher matcher = TYPE.matcher(text.strip());
        if (!matcher.matches()) {
            return Types.named(text.strip());
        }
        String rest =
                matcher.group("rest") == null ? "" : " " + matcher.group("rest").strip();
        String name = (matcher.group("name") + rest).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        List<Integer> arguments = arguments(matcher.group("arguments"));
        int dimensions = dimensions(matcher.group("array"));
        Kind kind = KINDS.get(name);
        if (kind == null) {
            ObjectName own = ObjectName.of(matcher.group("name").strip() + rest);
            return new ColumnType(Kind.NAMED, arguments, own, dimensions);
        }
        if (name.equals("float") && !arguments.isEmpty()) {
            kind = arguments.get(0) <= 24 ? Kind.REAL : Kind.DOUBLE;
            arguments = List.of();
        }
        if (kind == Kind.CHAR && arguments.isEmpty()) {
            arguments = List.of(1);
        }
        if (kind == Kind.NUMERIC && arguments.size() == 1) {
            arguments = List.of(arguments.get(0), 0);
        }
        return new ColumnType(kind, arguments, null, dimensions);
    }

    private static List<Integer> arguments(@Nullable String text) {
        List<Integer> arguments = new ArrayList<>();
        if (text != null) {
            for (String argument : text.split(",", -1)) {
                arguments.add(Integer.valueOf(argument.strip()));
            }
        }
        return arguments;
    }

    private static int dimensions(String text) {
        int dimensions = 0;
        Matcher matcher = DIMENSION.matcher(text);
        while (matcher.find()) {
            dimensions++;
        }
        return dimensions;
    }
}
