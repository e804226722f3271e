package dev.migrate.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.Types;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

/** New tables, columns, constraints and indexes, whose names are never used twice. */
class RandomPieces {

    private static final List<ColumnType> TYPES = List.of(
            Types.integer(), Types.bigint(), Types.varchar(20), Types.text(), Types.numeric(8, 2), Types.date());

    private final Random random;

    private int names;

    RandomPieces(Random random) {
        this.random = random;
    }

    final <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    final String newName(String prefix) {
        return prefix + ++names;
    }

    final Table newTable() {
        String id = newName("c");
        List<Column> columns = new ArrayList<>();
        Identity identity = random.nextBoolean() ? Identity.of(any(List.of(Identity.Mode.values()))) : null;
        columns.add(new Column(id, Types.bigint(), false, DefaultValue.none(), identity, null, null, ""));
        for (int i = random.nextInt(4); i > 0; i--) {
            columns.add(newColumn());
        }
        if (random.nextInt(4) == 0) {
            Generated twice = new Generated(id + " * 2", any(List.of(Generated.Storage.values())));
            columns.add(new Column(newName("c"), Types.bigint(), true, DefaultValue.none(), null, twice, null, ""));
        }
        List<Constraint> constraints =
                random.nextInt(4) > 0 ? List.of(new PrimaryKey(newName("k"), List.of(id))) : List.of();
        return new Table(ObjectName.of(newName("t")), columns, constraints, random.nextBoolean() ? "" : "why");
    }

    final Column newColumn() {
        ColumnType type = any(TYPES);
        String comment = random.nextInt(4) == 0 ? newName("it's ") : "";
        boolean nullable = random.nextBoolean();
        return new Column(newName("c"), type, nullable, newDefault(type), null, null, null, comment);
    }

    final DefaultValue newDefault(ColumnType type) {
        if (random.nextBoolean()) {
            return DefaultValue.none();
        }
        return DefaultValue.of(
                switch (type.kind()) {
                    case INTEGER, BIGINT -> random.nextInt();
                    case NUMERIC -> BigDecimal.valueOf(random.nextInt(10_000), 2);
                    case DATE, TIMESTAMP -> LocalDate.of(2026, 1, 1 + random.nextInt(28));
                    default -> newName("it's\\");
                });
    }

    final ColumnType wider(ColumnType type) {
        return switch (type.kind()) {
            case INTEGER -> Types.bigint();
            case VARCHAR -> random.nextBoolean() ? Types.text() : Types.varchar(21 + random.nextInt(100));
            case NUMERIC -> Types.numeric(9 + random.nextInt(9), 2);
            case DATE -> Types.timestamp();
            default -> type;
        };
    }

    final @Nullable Constraint newConstraint(Table table, List<Table> all) {
        List<Column> plain = plain(table);
        if (plain.isEmpty()) {
            return null;
        }
        Column column = any(plain);
        return switch (random.nextInt(3)) {
            case 0 -> UniqueKey.of(newName("k"), List.of(column.name()));
            case 1 -> new Check(newName("k"), column.name() + " IS NOT NULL", any(List.of(Validity.values())));
            default -> newForeignKey(table, any(all));
        };
    }

    private @Nullable ForeignKey newForeignKey(Table table, Table target) {
        List<Column> fitting = table.columns().stream()
                .filter(column -> column.type().kind() == Kind.BIGINT && column.generated() == null)
                .toList();
        for (Constraint constraint : target.constraints()) {
            if (constraint instanceof PrimaryKey key && !fitting.isEmpty() && !target.equals(table)) {
                return new ForeignKey(
                        newName("k"),
                        List.of(any(fitting).name()),
                        target.name(),
                        key.columns(),
                        random.nextBoolean() ? ForeignKey.Action.CASCADE : ForeignKey.Action.NO_ACTION,
                        ForeignKey.Action.NO_ACTION,
                        random.nextBoolean() ? Deferral.INITIALLY_DEFERRED : Deferral.NOT_DEFERRABLE,
                        any(List.of(Validity.values())));
            }
        }
        return null;
    }

    final @Nullable Index newIndex(Table table) {
        if (plain(table).isEmpty()) {
            return null;
        }
        List<Index.Part> parts = new ArrayList<>();
        for (Column column : plain(table)) {
            if (parts.isEmpty() || random.nextInt(3) == 0) {
                parts.add(new Index.Part(
                        column.name(),
                        null,
                        any(List.of(Index.Order.values())),
                        any(List.of(Index.NullOrder.values())),
                        null,
                        null));
            }
        }
        String where = random.nextInt(3) == 0 ? any(plain(table)).name() + " IS NOT NULL" : null;
        Index.Uniqueness uniqueness = random.nextInt(3) == 0 ? Index.Uniqueness.UNIQUE : Index.Uniqueness.NOT_UNIQUE;
        return new Index(newName("i"), table.name(), parts, uniqueness, null, List.of(), where);
    }

    private static List<Column> plain(Table table) {
        return table.columns().stream()
                .filter(column -> column.generated() == null)
                .toList();
    }

    final Sequence newSequence(ObjectName name) {
        return new Sequence(
                name,
                1 + random.nextInt(50),
                1 + random.nextInt(5),
                random.nextBoolean() ? null : -5L,
                random.nextBoolean() ? null : 1000L,
                1 + random.nextInt(3),
                any(List.of(Sequence.Wrap.values())));
    }
}
