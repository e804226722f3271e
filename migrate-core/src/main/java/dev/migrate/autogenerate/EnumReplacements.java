package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Detail;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SqlExpression;
import dev.migrate.schema.Table;

/**
 * Enum types that have to be made anew: a database adds words, and neither removes nor moves one. A word that the same revision
 * uses has to be there before its transaction begins, or come with a new type.
 */
final class EnumReplacements {

    private final Dialect dialect;

    private final Schema wanted;

    private final Detail detail;

    private final SchemaFilter filter;

    EnumReplacements(Dialect dialect, Schema wanted, Detail detail, SchemaFilter filter) {
        this.dialect = dialect;
        this.wanted = wanted;
        this.detail = detail;
        this.filter = filter;
    }

    Preparation in(Schema before) {
        Map<ObjectName, EnumType> there = new HashMap<>();
        before.enums().forEach(type -> there.put(type.name(), type));
        Preparation preparation = Preparation.of(before);
        for (EnumType type : wanted.enums()) {
            EnumType actual = there.get(type.name());
            boolean included = filter.includes(new SchemaPart(SchemaPart.Kind.ENUM_TYPE, type.name(), null));
            if (actual != null && included && isReplaced(actual, type)) {
                EnumReplacement replacement = new EnumReplacement(actual, type, dialect);
                preparation = preparation.then(replacement.in(preparation.actual()));
            }
        }
        return preparation;
    }

    private boolean isReplaced(EnumType actual, EnumType type) {
        List<String> kept = new ArrayList<>(type.values());
        kept.retainAll(actual.values());
        boolean removed = kept.size() < actual.values().size();
        // A mapping sorts them as it likes.
        boolean moved = detail == Detail.EVERYTHING && !removed && !kept.equals(actual.values());
        return removed
                || moved
                || type.values().stream()
                        .filter(value -> !actual.values().contains(value))
                        .anyMatch(value -> isUsed(type.name(), value));
    }

    private boolean isUsed(ObjectName type, String value) {
        String literal = dialect.literal((Object) value);
        for (Table table : wanted.tables()) {
            boolean has = false;
            for (Column column : table.columns()) {
                if (isOf(column.type(), type)) {
                    has = true;
                    if (mentions(column.defaultValue().value(), value, literal)) {
                        return true;
                    }
                }
            }
            if (has && isUsed(table, literal)) {
                return true;
            }
        }
        return false;
    }

    private boolean isUsed(Table table, String literal) {
        return table.constraints().stream()
                        .anyMatch(constraint -> constraint instanceof Check check
                                && check.expression().contains(literal))
                || wanted.indexes().stream()
                        .filter(index -> index.table().equals(table.name()))
                        .anyMatch(index -> isUsed(index, literal));
    }

    private static boolean isUsed(Index index, String literal) {
        return contains(index.where(), literal)
                || index.parts().stream().anyMatch(part -> contains(part.expression(), literal));
    }

    private static boolean mentions(@Nullable Object value, String word, String literal) {
        return word.equals(value) || (value instanceof SqlExpression sql && contains(sql.sql(), literal));
    }

    static boolean contains(@Nullable String text, String part) {
        return text != null && text.contains(part);
    }

    static boolean isOf(ColumnType type, ObjectName name) {
        return type.kind() == ColumnType.Kind.DEFINED && name.equals(type.name());
    }
}
