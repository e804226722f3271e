package dev.migrate.script;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AlterTable;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SqlExpression;

/** Operations of every kind with every combination of values that their constructors take, and with hostile text. */
final class RandomRecords {

    private static final List<String> PIECES = List.of(
            "a",
            "b_1",
            "Größe",
            "文字",
            "🚀",
            "\"",
            "\"\"\"",
            "'",
            "\\",
            "\\u000a",
            "\\u0022",
            "*/",
            "//",
            "/*",
            "\n",
            "\r",
            "\t",
            " ",
            "  ",
            "\u2028",
            "\u0001",
            "\u00a0",
            "\u3000",
            "\ud83d",
            "\udc00",
            "%s",
            "{",
            "}",
            ";",
            "\\s",
            "$",
            "\u202e",
            "a longer piece of text that is long enough to be a text block");

    private final Random random;

    RandomRecords(Random random) {
        this.random = random;
    }

    /** Returns the kinds of operations that have a source. */
    static List<Class<?>> kinds() {
        return Arrays.stream(Operation.class.getPermittedSubclasses())
                .filter(kind -> kind.isRecord() && kind != RunCode.class)
                .toList();
    }

    /** Returns a new operation of a kind. */
    Operation operation(Class<?> kind) {
        return kind == InsertRows.class ? rows() : (Operation) record(kind);
    }

    private InsertRows rows() {
        int columns = random.nextInt(3);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int j = 0; j < columns; j++) {
                row.add(random.nextInt(4) == 0 ? null : value());
            }
            rows.add(row);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            names.add(text());
        }
        return new InsertRows((ObjectName) record(ObjectName.class), names, rows);
    }

    /** Some combinations are refused; another one is tried then. */
    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        int refused = 0;
        while (refused < 1000) {
            @Nullable Object[] values = new Object[components.length];
            for (int j = 0; j < values.length; j++) {
                values[j] = component(components[j]);
            }
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                refused++;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("No value of " + type);
    }

    private @Nullable Object component(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (nullable && random.nextBoolean()) {
            return null;
        }
        if (component.getName().equals("line")) {
            return 0;
        }
        if (component.getType() == Object.class) {
            return value();
        }
        return of(component.getGenericType());
    }

    private Object of(Type type) {
        if (type instanceof ParameterizedType list) {
            List<Object> elements = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                elements.add(of(list.getActualTypeArguments()[0]));
            }
            return elements;
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return text();
        } else if (raw == boolean.class) {
            return random.nextBoolean();
        } else if (raw == int.class || raw == Integer.class) {
            return random.nextInt(3);
        } else if (raw == long.class || raw == Long.class) {
            return random.nextInt(3) == 0 ? random.nextLong() : 1L;
        } else if (raw.isEnum()) {
            Object[] constants = raw.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        } else if (raw == Operation.class) {
            List<Class<?>> kinds = kinds();
            Class<?> kind = kinds.get(random.nextInt(kinds.size()));
            return operation(kind == AlterTable.class ? kinds.get(0) : kind);
        } else if (Modifier.isAbstract(raw.getModifiers())) {
            Class<?>[] kinds = raw.getPermittedSubclasses();
            return record(kinds[random.nextInt(kinds.length)]);
        }
        return record(raw);
    }

    private String text() {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "" : "n");
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private Object value() {
        Instant now = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        LocalDateTime at = LocalDateTime.of(2026, 1, 1 + random.nextInt(28), random.nextInt(24), random.nextInt(60));
        List<Object> values = List.of(
                text(),
                random.nextInt(),
                random.nextLong(),
                (short) random.nextInt(),
                (byte) random.nextInt(),
                random.nextBoolean(),
                random.nextDouble(),
                random.nextFloat(),
                Double.NEGATIVE_INFINITY,
                Float.NaN,
                BigDecimal.valueOf(random.nextInt(), random.nextInt(5)),
                BigInteger.valueOf(random.nextLong()),
                LocalDate.ofEpochDay(random.nextInt(100_000)),
                LocalTime.ofSecondOfDay(random.nextInt(86_400)),
                at,
                now,
                OffsetDateTime.parse("2026-01-28T14:30:00+02:00"),
                ZonedDateTime.parse("2026-07-28T14:30:00+02:00[Europe/Berlin]"),
                new UUID(random.nextLong(), random.nextLong()),
                new SqlExpression(text()),
                'c');
        return values.get(random.nextInt(values.size()));
    }
}
