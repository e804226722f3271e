package dev.migrate.dialect;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ObjectName;

/** Finds the names that operations spell. */
final class UsedNames {

    private static final Set<String> NAMES =
            Set.of("name", "schema", "column", "constraint", "index", "columns", "include", "targetColumns");

    /** Rows hold values only, and there may be many. */
    private static final Set<String> VALUES = Set.of("rows", "values");

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private UsedNames() {}

    /** Returns the first name that fits, or {@code null}. */
    static @Nullable String first(Operation operation, Predicate<String> fits) {
        return search(operation, (component, name) -> NAMES.contains(component) && fits.test(name));
    }

    /** Returns the first schema that a name says and that fits, or {@code null}. */
    static @Nullable String firstSchema(Operation operation, Predicate<String> fits) {
        return search(operation, (component, name) -> component.equals("schema") && fits.test(name));
    }

    private static @Nullable String search(Operation operation, Test test) {
        if (operation instanceof CustomOperation) {
            return null;
        }
        Deque<Record> open = new ArrayDeque<>();
        open.add((Record) operation);
        while (!open.isEmpty()) {
            Record record = open.remove();
            for (RecordComponent component : COMPONENTS.get(record.getClass())) {
                if (!VALUES.contains(component.getName())) {
                    String found = search(component.getName(), value(component, record), test, open);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String search(String component, @Nullable Object value, Test test, Deque<Record> open) {
        for (Object one : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            if (one instanceof String text && test.fits(component, text)) {
                return text;
            }
            if (one instanceof Record record && isOurs(record)) {
                open.add(record);
            }
        }
        return null;
    }

    private static boolean isOurs(Record record) {
        String packageName = record.getClass().getPackageName();
        return packageName.equals(ObjectName.class.getPackageName())
                || packageName.equals(Operation.class.getPackageName());
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The records of operations are public", e);
        }
    }

    @FunctionalInterface
    private interface Test {
        boolean fits(String component, String name);
    }
}
