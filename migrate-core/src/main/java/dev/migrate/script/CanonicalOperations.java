package dev.migrate.script;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;

/**
 * The text by which a changed Java revision is recognized: each operation as {@code Name{component=value,…}}, components by
 * name.
 *
 * <p>A component is left out where it is {@code null}, empty, false, zero or the first constant of its enum. So an operation
 * may get a new component later, whose value of this kind means what was true before, and old texts stay the same. Java code
 * counts only as being there.
 */
final class CanonicalOperations {

    private final Map<Class<?>, List<Component>> known = new HashMap<>();

    /**
     * Returns the text of a revision.
     *
     * @param downgrade {@code null} where it follows from the upgrade
     */
    String of(String id, List<Operation> upgrade, @Nullable List<Operation> downgrade) {
        StringBuilder text = new StringBuilder(id).append("\nupgrade\n");
        lines(upgrade, text);
        if (downgrade != null) {
            text.append("downgrade\n");
            lines(downgrade, text);
        }
        return text.toString();
    }

    private void lines(List<Operation> operations, StringBuilder text) {
        for (Operation operation : operations) {
            write(operation, text);
            text.append('\n');
        }
    }

    private void write(@Nullable Object value, StringBuilder text) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof CharSequence || value instanceof Character) {
            quote(value.toString(), text);
        } else if (value instanceof Enum<?> constant) {
            text.append(constant.name());
        } else if (value instanceof RunCode) {
            text.append("RunCode{}");
        } else if (value instanceof ExecuteSql execute) {
            // Line breaks are those of the file that the text was taken from, and no part of what it says.
            record(new ExecuteSql(execute.sql().replace("\r\n", "\n"), 0), text);
        } else if (value instanceof Record record) {
            record(record, text);
        } else {
            writeOther(value, text);
        }
    }

    private void writeOther(Object value, StringBuilder text) {
        if (value instanceof byte[] bytes) {
            text.append("0x").append(HexFormat.of().formatHex(bytes));
        } else if (value instanceof Object[] array) {
            list(Arrays.stream(array).map(this::text).toList(), text);
        } else if (value instanceof List<?> list) {
            list(list.stream().map(this::text).toList(), text);
        } else if (value instanceof Collection<?> collection) {
            list(collection.stream().map(this::text).sorted().toList(), text);
        } else if (value instanceof Map<?, ?> map) {
            list(
                    map.entrySet().stream()
                            .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
                            .sorted()
                            .toList(),
                    text);
        } else if (value instanceof Operation operation) {
            text.append(name(operation)).append('(');
            quote(operation.describe(), text);
            text.append(')');
        } else if (saysWhatItIs(value)) {
            text.append(name(value)).append('(');
            quote(value.toString(), text);
            text.append(')');
        } else {
            text.append('?');
        }
    }

    private String text(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private void record(Record record, StringBuilder text) {
        text.append(name(record)).append('{');
        boolean first = true;
        for (Component component : known.computeIfAbsent(record.getClass(), CanonicalOperations::components)) {
            Object value = component.of(record);
            if (!component.isUsual(value)) {
                text.append(first ? "" : ",").append(component.name()).append('=');
                write(value, text);
                first = false;
            }
        }
        text.append('}');
    }

    private static void list(List<String> elements, StringBuilder text) {
        text.append('[').append(String.join(",", elements)).append(']');
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\n') {
                text.append("\\n");
            } else {
                text.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        text.append('"');
    }

    private static String name(Object value) {
        return value.getClass().getSimpleName();
    }

    /** The text of an object that has none of its own differs with every start. */
    private static boolean saysWhatItIs(Object value) {
        try {
            return value.getClass().getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static List<Component> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> new Component(component.getName(), component.getType(), accessor(component)))
                .sorted(Comparator.comparing(Component::name))
                .toList();
    }

    private static Method accessor(RecordComponent component) {
        Method accessor = component.getAccessor();
        // The record itself need not be public.
        if (!accessor.trySetAccessible()) {
            throw new MigrateException(
                    accessor.getDeclaringClass().getName() + " cannot be read",
                    "Open its package to dev.migrate, or make the record public in an exported package.");
        }
        return accessor;
    }

    /** One component of a record. */
    private record Component(String name, Class<?> type, Method accessor) {

        @Nullable Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new MigrateException(
                        accessor.getDeclaringClass().getName() + "." + name + " cannot be read",
                        List.of(),
                        "Its accessor must not throw.",
                        e);
            }
        }

        boolean isUsual(@Nullable Object value) {
            if (value == null) {
                return true;
            }
            if (type.isPrimitive()) {
                return value.equals(false) || (value instanceof Number number && number.doubleValue() == 0);
            }
            if (type.isEnum()) {
                return value == type.getEnumConstants()[0];
            }
            return (type == String.class && value.equals(""))
                    || (Collection.class.isAssignableFrom(type) && ((Collection<?>) value).isEmpty());
        }
    }
}
