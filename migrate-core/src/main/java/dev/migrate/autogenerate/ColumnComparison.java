package dev.migrate.autogenerate;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddIdentity;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropGeneratedExpression;
import dev.migrate.operation.DropIdentity;
import dev.migrate.operation.Existence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetColumnComment;
import dev.migrate.operation.SetColumnDefault;
import dev.migrate.operation.SetColumnNullability;
import dev.migrate.operation.SetColumnType;
import dev.migrate.operation.SetGeneratedExpression;
import dev.migrate.operation.SetIdentity;
import dev.migrate.operation.TypeChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Detail;
import dev.migrate.schema.Identity;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SqlExpression;
import dev.migrate.schema.Table;

/** Columns of the tables that both sides have. */
final class ColumnComparison implements Comparison {

    @Override
    public void compare(SchemaPair pair, Differences found) {
        FirstValue firstValue = new FirstValue(pair);
        for (SchemaPair.Tables tables : pair.common()) {
            Map<String, Column> there = new HashMap<>();
            tables.actual().columns().forEach(column -> there.put(column.name(), column));
            for (Column wanted : tables.wanted().columns()) {
                Column actual = there.remove(wanted.name());
                if (actual == null) {
                    add(tables.wanted(), wanted, firstValue, found);
                } else {
                    Column normal = Objects.requireNonNullElse(tables.normal().column(wanted.name()), wanted);
                    change(tables.name(), actual, wanted, normal, pair, found);
                }
            }
            for (Column left : tables.actual().columns()) {
                if (there.containsKey(left.name())) {
                    found.add(tables.name(), new DropColumn(tables.name(), left.name(), left, Existence.REQUIRED));
                }
            }
        }
    }

    /** A table has rows, for all that is known here: a column that must not be empty needs a value for them. */
    private static void add(Table owner, Column column, FirstValue firstValue, Differences found) {
        ObjectName table = owner.name();
        boolean filled = column.nullable()
                || !column.defaultValue().isNone()
                || column.identity() != null
                || column.generated() != null;
        if (filled) {
            found.add(table, new AddColumn(table, column, Existence.REQUIRED));
            return;
        }
        DefaultValue first = firstValue.of(column, owner);
        if (first.isNone()) {
            found.add(table, new AddColumn(table, column.optional(), Existence.REQUIRED));
            found.note("Column " + table + "." + column.name()
                    + " must not be empty, but no value fits the rows that are there: it is added as one that may be. Fill it,"
                    + " then generate the next revision.");
            return;
        }
        found.add(table, new AddColumn(table, column.withDefault(first), Existence.REQUIRED));
        found.add(table, new SetColumnDefault(table, column.name(), DefaultValue.none(), first));
        found.note("Column " + table + "." + column.name() + " gets " + text(first) + " in the rows that are there.");
    }

    private static void change(
            ObjectName table, Column actual, Column wanted, Column normal, SchemaPair pair, Differences found) {
        Detail detail = pair.detail();
        String name = wanted.name();
        ColumnType type = TypeRules.canonical(normal.type());
        boolean otherType = !type.equals(TypeRules.canonical(actual.type()));
        boolean otherCollation = (detail == Detail.EVERYTHING || normal.collation() != null)
                && !Objects.equals(normal.collation(), actual.collation());
        boolean otherDefault = defaultDiffers(actual, normal, detail);
        if (otherType && otherDefault && !actual.defaultValue().isNone()) {
            // The old default may have no cast to the new type.
            found.add(table, new SetColumnDefault(table, name, DefaultValue.none(), actual.defaultValue()));
        }
        if (otherType || otherCollation) {
            found.add(
                    table,
                    new SetColumnType(
                            table,
                            name,
                            new TypeChange(
                                    wanted.type(),
                                    TypeCasts.using(name, actual.type(), type, pair.dialect()),
                                    normal.collation()),
                            new TypeChange(
                                    actual.type(),
                                    TypeCasts.using(name, type, actual.type(), pair.dialect()),
                                    actual.collation())));
        }
        if (otherDefault) {
            boolean dropped = otherType && !actual.defaultValue().isNone();
            DefaultValue before = dropped ? DefaultValue.none() : actual.defaultValue();
            if (!wanted.defaultValue().equals(before)) {
                found.add(table, new SetColumnDefault(table, name, wanted.defaultValue(), before));
            }
        }
        identity(table, actual, normal, detail, found);
        generated(table, actual, wanted, normal, pair, found);
        boolean unknowable = detail == Detail.ENTITIES && normal.generated() != null;
        if (actual.nullable() != normal.nullable() && !unknowable) {
            if (!normal.nullable()) {
                found.note("Column " + table + "." + name
                        + " must not be empty any more: the revision fails where a row has no value yet.");
            }
            found.add(table, new SetColumnNullability(table, name, normal.nullable()));
        }
        if (!wanted.comment().equals(actual.comment())
                && (detail == Detail.EVERYTHING || !wanted.comment().isEmpty())) {
            found.add(table, new SetColumnComment(table, name, wanted.comment(), actual.comment()));
        }
    }

    private static boolean defaultDiffers(Column actual, Column normal, Detail detail) {
        if (normal.identity() != null || normal.generated() != null || actual.generated() != null) {
            return false;
        }
        if (normal.defaultValue().isNone() && detail == Detail.ENTITIES) {
            return false;
        }
        return !normal.defaultValue().equals(actual.defaultValue());
    }

    private static void identity(ObjectName table, Column actual, Column normal, Detail detail, Differences found) {
        boolean serial = actual.defaultValue().value() instanceof SqlExpression default_
                && default_.sql().startsWith("nextval(");
        Identity before = actual.identity();
        Identity after = normal.identity();
        if (after != null && before == null && !serial) {
            found.note("Column " + table + "." + normal.name() + " will number its rows from " + after.start()
                    + " on: let it restart behind the highest number if there are rows.");
            found.add(table, new AddIdentity(table, normal.name(), after));
        } else if (detail == Detail.ENTITIES || Objects.equals(after, before)) {
            return;
        } else if (after == null && before != null) {
            found.add(table, new DropIdentity(table, normal.name(), before));
        } else if (after != null && before != null && after.countsLike(before)) {
            found.add(table, new SetIdentity(table, normal.name(), after, before));
        } else {
            found.leaveAlone(
                    "Column " + table + "." + normal.name()
                            + " numbers its rows, though not as the model says; a change would begin with the first number again.");
        }
    }

    private static void generated(
            ObjectName table, Column actual, Column wanted, Column normal, SchemaPair pair, Differences found) {
        if (Objects.equals(actual.generated(), normal.generated())) {
            return;
        }
        if (actual.generated() != null && normal.generated() == null && pair.detail() == Detail.EVERYTHING) {
            found.add(table, new DropGeneratedExpression(table, actual.name()));
            return;
        }
        if (actual.generated() != null && normal.generated() == null) {
            found.leaveAlone("Column " + table + "." + actual.name()
                    + " is computed by the database, which the model does not say; it is left so.");
            return;
        }
        if (actual.generated() != null
                && wanted.generated() != null
                && actual.generated().storage() == wanted.generated().storage()) {
            Operation change = new SetGeneratedExpression(
                    table,
                    actual.name(),
                    wanted.generated().expression(),
                    actual.generated().expression());
            if (pair.dialect().unsupported(change) == null) {
                found.add(table, change);
                return;
            }
        }
        found.add(table, new DropColumn(table, actual.name(), actual, Existence.REQUIRED));
        found.add(table, new AddColumn(table, wanted, Existence.REQUIRED));
    }

    private static String text(DefaultValue value) {
        return value.value() instanceof SqlExpression sql ? sql.sql() : "'" + value.value() + "'";
    }
}
