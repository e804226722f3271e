package dev.migrate.autogenerate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueKey;

/** A value for the rows that are there when a column is added that must not be empty. */
final class FirstValue {

    private static final Pattern LISTED = Pattern.compile("\\bin\\s*\\(\\s*'((?:[^']|'')*)'", Pattern.CASE_INSENSITIVE);

    private static final Pattern FROM_ZERO =
            Pattern.compile("\\bbetween\\s+0\\s+and\\b|>=\\s*0\\b", Pattern.CASE_INSENSITIVE);

    private final Schema wanted;

    private final Schema actual;

    FirstValue(SchemaPair pair) {
        this.wanted = pair.wanted();
        this.actual = pair.actual();
    }

    /** Returns one that every reader will take for "nothing yet" and no constraint refuses, or none where there is no such value. */
    DefaultValue of(Column column, Table table) {
        if (column.type().dimensions() > 0 || isKey(column.name(), table)) {
            return DefaultValue.none();
        }
        DefaultValue value = neutral(column.type());
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Check check && names(check.expression(), column.name())) {
                value = passing(check.expression(), value);
            }
        }
        return value;
    }

    /** One value for all rows is no key, and refers to nothing. */
    private boolean isKey(String column, Table table) {
        for (Constraint constraint : table.constraints()) {
            boolean part =
                    (constraint instanceof UniqueKey unique && unique.columns().contains(column))
                            || (constraint instanceof PrimaryKey primary
                                    && primary.columns().contains(column))
                            || (constraint instanceof ForeignKey foreign
                                    && foreign.columns().contains(column));
            if (part) {
                return true;
            }
        }
        return wanted.indexes().stream()
                .filter(index -> index.table().equals(table.name()))
                .filter(index -> index.uniqueness() != Index.Uniqueness.NOT_UNIQUE)
                .anyMatch(index -> index.parts().stream().anyMatch(part -> isPart(part, column)));
    }

    private static boolean isPart(Index.Part part, String column) {
        String expression = part.expression();
        return column.equals(part.column()) || (expression != null && names(expression, column));
    }

    private DefaultValue neutral(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> DefaultValue.of(false);
            case SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE -> DefaultValue.of(0);
            case VARCHAR, TEXT -> DefaultValue.of("");
            case JSON -> DefaultValue.of("{}");
            case DATE -> DefaultValue.sql("CURRENT_DATE");
            case TIMESTAMP, TIMESTAMP_WITH_ZONE -> DefaultValue.sql("CURRENT_TIMESTAMP");
            case DEFINED -> firstOf(type);
            default -> DefaultValue.none();
        };
    }

    /** A word that the revision adds cannot be used before it ends. */
    private DefaultValue firstOf(ColumnType type) {
        List<String> values = values(wanted, type);
        List<String> there = values(actual, type);
        return values.stream()
                .filter(value -> there.isEmpty() || there.contains(value))
                .findFirst()
                .map(DefaultValue::of)
                .orElse(DefaultValue.none());
    }

    private static List<String> values(Schema schema, ColumnType type) {
        return schema.enums().stream()
                .filter(known -> known.name().equals(type.name()))
                .findFirst()
                .map(EnumType::values)
                .orElse(List.of());
    }

    private static DefaultValue passing(String condition, DefaultValue value) {
        @Nullable Object neutral = value.value();
        if (neutral instanceof String) {
            Matcher listed = LISTED.matcher(condition);
            return listed.find() ? DefaultValue.of(listed.group(1).replace("''", "'")) : DefaultValue.none();
        }
        return neutral instanceof Integer && FROM_ZERO.matcher(condition).find() ? value : DefaultValue.none();
    }

    private static boolean names(String expression, String column) {
        return Mentions.column(column, expression);
    }
}
