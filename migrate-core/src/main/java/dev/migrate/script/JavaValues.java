package dev.migrate.script;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Identity;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SqlExpression;
import dev.migrate.schema.Types;
import dev.migrate.schema.UniqueKey;

/** Values as Java expressions, and what has to be imported for them. */
final class JavaValues {

    private final TreeSet<String> imports = new TreeSet<>();

    private final TreeSet<String> staticImports = new TreeSet<>();

    /** Returns the names of classes, in order. */
    List<String> imports() {
        return List.copyOf(imports);
    }

    /** Returns the names of methods with their classes, in order. */
    List<String> staticImports() {
        return List.copyOf(staticImports);
    }

    /** Returns the name of a class in the source. */
    String name(Class<?> type) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        if (!outer.getPackageName().equals("java.lang")) {
            imports.add(outer.getName());
        }
        int prefix = outer.getPackageName().length() + 1;
        return type.getName().substring(prefix).replace('$', '.');
    }

    /** Returns the name of a method that is imported. */
    String method(Class<?> type, String method) {
        staticImports.add(type.getName() + "." + method);
        return method;
    }

    /** Returns expressions for arguments of any number, of which one null alone would be taken for all. */
    String row(List<?> values) {
        return values.size() == 1 && values.get(0) == null ? "(Object) null" : list(values);
    }

    /** Returns expressions with commas between them. */
    String list(List<?> values) {
        return values.stream().map(this::of).collect(Collectors.joining(", "));
    }

    /**
     * Returns an expression for a value.
     *
     * @throws MigrateException if it is neither a value of a column nor a record
     */
    String of(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof String text) {
            return JavaText.of(text);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Enum<?> constant) {
            return name(constant.getDeclaringClass()) + "." + constant.name();
        }
        if (value instanceof List<?> values) {
            boolean empties = values.stream().anyMatch(Objects::isNull);
            return empties
                    ? name(Arrays.class) + ".asList(" + row(values) + ")"
                    : name(List.class) + ".of(" + list(values) + ")";
        }
        String known = known(value);
        return known == null ? other(value) : known;
    }

    private @Nullable String known(Object value) {
        if (value instanceof ColumnType type) {
            return type(type);
        }
        if (value instanceof ObjectName own && own.schema() == null) {
            return name(ObjectName.class) + ".of(" + of(own.name()) + ")";
        }
        if (value instanceof SqlExpression expression) {
            return method(SqlExpression.class, "sql") + "(" + of(expression.sql()) + ")";
        }
        if (value instanceof DefaultValue given) {
            return defaultValue(given);
        }
        if (value instanceof Identity identity && identity.equals(Identity.of(identity.mode()))) {
            return name(Identity.class) + ".of(" + of(identity.mode()) + ")";
        }
        if (value instanceof UniqueKey key && key.equals(UniqueKey.of(key.name(), key.columns()))) {
            return name(UniqueKey.class) + ".of(" + of(key.name()) + ", " + of(key.columns()) + ")";
        }
        return null;
    }

    private String defaultValue(DefaultValue given) {
        String type = name(DefaultValue.class);
        if (given.value() instanceof SqlExpression expression) {
            return type + ".sql(" + of(expression.sql()) + ")";
        }
        return given.isNone() ? type + ".none()" : type + ".of(" + of(given.value()) + ")";
    }

    private String type(ColumnType type) {
        if (type.dimensions() > 0) {
            ColumnType element = new ColumnType(type.kind(), type.arguments(), type.name(), type.dimensions() - 1);
            return method(Types.class, "arrayOf") + "(" + type(element) + ")";
        }
        int arguments = type.arguments().size();
        boolean fits =
                switch (type.kind()) {
                    case CHAR, VARCHAR -> arguments == 1;
                    case TIME, TIME_WITH_ZONE, TIMESTAMP, TIMESTAMP_WITH_ZONE -> arguments <= 1;
                    case NUMERIC -> arguments == 0 || arguments == 2;
                    case NAMED -> type.name() != null && type.name().schema() == null;
                    default -> arguments == 0;
                };
        return fits ? method(Types.class, typeMethod(type.kind())) + "(" + arguments(type) + ")" : record(type);
    }

    private String arguments(ColumnType type) {
        List<Object> arguments = new ArrayList<>(type.arguments());
        ObjectName own = type.name();
        if (own != null) {
            arguments.add(0, own.schema() == null ? own.name() : own);
        }
        return list(arguments);
    }

    private static String typeMethod(ColumnType.Kind kind) {
        return switch (kind) {
            case BOOLEAN -> "bool";
            case DOUBLE -> "doublePrecision";
            case CHAR -> "character";
            case TIME_WITH_ZONE -> "timeWithZone";
            case TIMESTAMP_WITH_ZONE -> "timestampWithZone";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    private String number(Number number) {
        if (number instanceof Integer) {
            return number.toString();
        }
        if (number instanceof Long) {
            return number + "L";
        }
        if (number instanceof BigDecimal || number instanceof BigInteger) {
            return "new " + name(number.getClass()) + "(" + JavaText.literal(number.toString()) + ")";
        }
        // The name is that of the class around a primitive: it has valueOf for the text of each of its values.
        return name(number.getClass()) + ".valueOf(" + JavaText.literal(number.toString()) + ")";
    }

    private String other(Object value) {
        if (value instanceof byte[] bytes) {
            List<String> numbers = new ArrayList<>();
            for (byte one : bytes) {
                numbers.add(Byte.toString(one));
            }
            return "new byte[] {" + String.join(", ", numbers) + "}";
        }
        if (value instanceof Temporal) {
            return name(value.getClass()) + ".parse(" + JavaText.literal(value.toString()) + ")";
        }
        if (value instanceof UUID uuid) {
            return name(UUID.class) + ".fromString(" + JavaText.literal(uuid.toString()) + ")";
        }
        if (value instanceof Character c) {
            return "(char) " + (int) c;
        }
        if (value instanceof Record record && Modifier.isPublic(value.getClass().getModifiers())) {
            return record(record);
        }
        String what = value instanceof Operation operation
                ? operation.describe()
                : value.getClass().getName();
        throw new MigrateException("There is no Java source for this: " + what, "Write this revision by hand.");
    }

    private String record(Record record) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                values.add(component.getAccessor().invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new MigrateException(
                        record.getClass().getName() + " cannot be read", List.of(), "Write this revision by hand.", e);
            }
        }
        return "new " + name(record.getClass()) + "(" + list(values) + ")";
    }
}
