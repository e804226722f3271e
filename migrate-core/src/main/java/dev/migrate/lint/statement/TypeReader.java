package dev.migrate.lint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.script.SqlToken;

import static java.util.Map.entry;

/** Reads a type in any of its spellings. */
final class TypeReader {

    private static final Map<String, String> FIRST_NAMES = Map.ofEntries(
            entry("int", "integer"),
            entry("int4", "integer"),
            entry("int2", "smallint"),
            entry("int8", "bigint"),
            entry("bool", "boolean"),
            entry("character", "char"),
            entry("bpchar", "char"),
            entry("decimal", "numeric"),
            entry("dec", "numeric"),
            entry("float4", "real"),
            entry("float8", "double precision"),
            entry("float", "double precision"),
            entry("serial4", "serial"),
            entry("serial8", "bigserial"),
            entry("serial2", "smallserial"));

    private static final Set<String> INTERVAL = Set.of("year", "month", "day", "hour", "minute", "second", "to");

    private final Cursor cursor;

    TypeReader(Cursor cursor) {
        this.cursor = cursor;
    }

    TypeName read() {
        String schema = null;
        String name = word();
        if (cursor.seesSymbol('.')) {
            cursor.skip();
            schema = name;
            name = cursor.identifier();
        }
        List<String> arguments = new ArrayList<>(arguments());
        if (name.equals("timestamp") || name.equals("time")) {
            name = zoned(name);
        }
        if (name.equals("interval")) {
            while (cursor.acceptAny(INTERVAL)) {
                arguments.addAll(arguments());
            }
        }
        return new TypeName(schema, name, arguments, dimensions());
    }

    private String word() {
        SqlToken token = cursor.peek();
        boolean quoted = token != null && token.kind() == SqlToken.Kind.QUOTED;
        String name = cursor.identifier();
        if (quoted) {
            return name;
        }
        if (name.equals("national")) {
            name = cursor.identifier();
        }
        if (name.equals("double")) {
            cursor.accept("PRECISION");
            return "double precision";
        }
        if (cursor.accept("VARYING")) {
            return name.equals("bit") ? "varbit" : "varchar";
        }
        return FIRST_NAMES.getOrDefault(name, name);
    }

    private String zoned(String name) {
        if (cursor.accept("WITH", "TIME", "ZONE")) {
            return name + "tz";
        }
        cursor.accept("WITHOUT", "TIME", "ZONE");
        return name;
    }

    private List<String> arguments() {
        if (!cursor.seesSymbol('(')) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        for (SqlToken token : cursor.parenthesized().tokens()) {
            if (token.isSymbol(',')) {
                arguments.add(argument.toString());
                argument.setLength(0);
            } else {
                argument.append(token.text());
            }
        }
        arguments.add(argument.toString());
        return arguments;
    }

    private int dimensions() {
        int dimensions = 0;
        if (cursor.accept("ARRAY")) {
            bracket();
            return 1;
        }
        while (bracket()) {
            dimensions++;
        }
        return dimensions;
    }

    private boolean bracket() {
        if (!cursor.acceptSymbol('[')) {
            return false;
        }
        @Nullable SqlToken size = cursor.peek();
        if (size != null && size.kind() == SqlToken.Kind.NUMBER) {
            cursor.skip();
        }
        cursor.expectSymbol(']');
        return true;
    }
}
