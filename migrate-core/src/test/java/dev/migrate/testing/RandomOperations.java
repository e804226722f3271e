package dev.migrate.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.migrate.operation.ColumnDefinition;
import dev.migrate.operation.Operations;
import dev.migrate.operation.TypeChange;
import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Types;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

/** Changes of a small schema that are all possible and all reversible, chosen by a seeded source of chance. */
public final class RandomOperations {

    private static final List<ColumnType> TYPES =
            List.of(Types.integer(), Types.bigint(), Types.text(), Types.varchar(30), Types.numeric(9, 2));

    private final Random random;

    private final Map<String, TableState> tables = new LinkedHashMap<>();

    private int names;

    /** Creates an empty schema. */
    public RandomOperations(Random random) {
        this.random = random;
    }

    /** Records one to four changes. */
    public void next(Operations op) {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            if (tables.isEmpty() || random.nextInt(8) == 0) {
                create(op);
            } else {
                List<String> known = List.copyOf(tables.keySet());
                change(op, known.get(random.nextInt(known.size())));
            }
        }
    }

    private void create(Operations op) {
        String table = name("t");
        TableState state = new TableState();
        op.createTable(table, t -> {
            t.column("id", Types.integer()).notNull();
            t.primaryKey("id");
            for (int i = 0; i < 3; i++) {
                String column = name("c");
                ColumnType type = type();
                state.columns.put(column, new Shape(type, true, DefaultValue.none()));
                t.column(column, type);
            }
        });
        tables.put(table, state);
    }

    private void change(Operations op, String table) {
        TableState state = tables.get(table);
        if (state == null) {
            return;
        }
        List<String> columns = List.copyOf(state.columns.keySet());
        String column = columns.get(random.nextInt(columns.size()));
        switch (random.nextInt(10)) {
            case 0 -> add(op, table, state);
            case 1 -> drop(op, table, state, column);
            case 2 -> retype(op, table, state, column);
            case 3 -> redefault(op, table, state, column);
            case 4 -> nullability(op, table, state, column);
            case 5 -> rename(op, table, state, column);
            case 6 -> check(op, table, state, column);
            case 7 -> unique(op, table, state, column);
            case 8 -> index(op, table, state, column);
            default -> {
                String other = name("t");
                op.renameTable(table, other);
                tables.remove(table);
                tables.put(other, state);
            }
        }
    }

    private void add(Operations op, String table, TableState state) {
        String column = name("c");
        boolean filled = random.nextBoolean();
        ColumnType type = type();
        DefaultValue value = filled ? DefaultValue.sql("1 + 1") : DefaultValue.none();
        state.columns.put(column, new Shape(type, !filled, value));
        op.addColumn(table, definition(column, new Shape(type, !filled, value)));
    }

    private void drop(Operations op, String table, TableState state, String column) {
        if (state.used.contains(column) || state.columns.size() < 2) {
            return;
        }
        Shape shape = state.columns.remove(column);
        if (shape != null) {
            op.dropColumn(table, definition(column, shape));
        }
    }

    private void retype(Operations op, String table, TableState state, String column) {
        Shape shape = shape(state, column);
        ColumnType type = type();
        op.alterColumn(
                table, column, c -> c.type(new TypeChange(type, null, null), new TypeChange(shape.type, null, null)));
        state.columns.put(column, new Shape(type, shape.nullable, shape.value));
    }

    private void redefault(Operations op, String table, TableState state, String column) {
        Shape shape = shape(state, column);
        DefaultValue value = DefaultValue.of(random.nextInt(100));
        op.alterColumn(table, column, c -> c.defaultValue(value, shape.value));
        state.columns.put(column, new Shape(shape.type, shape.nullable, value));
    }

    private void nullability(Operations op, String table, TableState state, String column) {
        Shape shape = shape(state, column);
        op.alterColumn(table, column, c -> {
            if (shape.nullable) {
                c.notNull();
            } else {
                c.nullable();
            }
        });
        state.columns.put(column, new Shape(shape.type, !shape.nullable, shape.value));
    }

    private void rename(Operations op, String table, TableState state, String column) {
        if (state.used.contains(column)) {
            return;
        }
        String other = name("c");
        op.renameColumn(table, column, other);
        state.columns.put(other, shape(state, column));
        state.columns.remove(column);
    }

    private void check(Operations op, String table, TableState state, String column) {
        Check check = new Check(name("k"), column + " <> 12345", Validity.VALID);
        op.addConstraint(table, check);
        if (random.nextBoolean()) {
            op.dropConstraint(String.valueOf(check.name()), table, check);
        } else {
            state.used.add(column);
        }
    }

    private void unique(Operations op, String table, TableState state, String column) {
        op.batch(table, t -> t.addConstraint(UniqueKey.of(name("u"), List.of(column, "id"))));
        state.used.add(column);
    }

    private void index(Operations op, String table, TableState state, String column) {
        String index = name("i");
        op.createIndex(index, table, column);
        if (random.nextBoolean()) {
            op.renameIndex(table, index, name("i"));
        }
        state.used.add(column);
    }

    private static ColumnDefinition definition(String column, Shape shape) {
        ColumnDefinition definition = ColumnDefinition.column(column, shape.type);
        if (!shape.nullable) {
            definition.notNull();
        }
        Object value = shape.value.value();
        return value == null ? definition : definition.defaultValue(value);
    }

    private static Shape shape(TableState state, String column) {
        Shape shape = state.columns.get(column);
        if (shape == null) {
            throw new IllegalStateException(column);
        }
        return shape;
    }

    private ColumnType type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    private String name(String prefix) {
        names++;
        return prefix + names;
    }

    private record Shape(ColumnType type, boolean nullable, DefaultValue value) {}

    private static final class TableState {

        private final Map<String, Shape> columns = new LinkedHashMap<>();

        private final List<String> used = new ArrayList<>();
    }
}
