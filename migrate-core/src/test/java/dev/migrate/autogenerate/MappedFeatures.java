package dev.migrate.autogenerate;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** What the entities of the tests make use of: annotations, the choices that these offer, and types of attributes. */
final class MappedFeatures {

    private final Set<String> found = new TreeSet<>();

    private final Set<Class<?>> seen = new HashSet<>();

    private final Deque<Class<?>> waiting = new ArrayDeque<>();

    private MappedFeatures(Collection<Class<?>> entities) {
        waiting.addAll(entities);
    }

    static Set<String> of(Collection<Class<?>> entities) {
        return new MappedFeatures(entities).find();
    }

    private Set<String> find() {
        while (!waiting.isEmpty()) {
            Class<?> type = waiting.remove();
            if (!type.getName().startsWith("dev.migrate.") || !seen.add(type)) {
                continue;
            }
            annotations(type);
            if (type.getSuperclass() != null) {
                waiting.add(type.getSuperclass());
            }
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    annotations(field);
                    found.add(field.getType().getSimpleName());
                    waiting.add(field.getType());
                }
            }
            Arrays.stream(type.getDeclaredMethods()).forEach(this::annotations);
        }
        return found;
    }

    private void annotations(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            String name = annotation.annotationType().getName();
            if (name.startsWith("jakarta.persistence.") || name.startsWith("org.hibernate.")) {
                feature(annotation);
            }
        }
    }

    private void feature(Annotation annotation) {
        String name = "@" + annotation.annotationType().getSimpleName();
        found.add(name);
        for (Method method : annotation.annotationType().getDeclaredMethods()) {
            Object value = value(method, annotation);
            if (value instanceof Enum<?> choice) {
                found.add(name + " " + choice);
            } else if (value instanceof Annotation nested) {
                feature(nested);
            } else if (value instanceof Annotation[] nested) {
                Arrays.stream(nested).forEach(this::feature);
            }
        }
    }

    private static Object value(Method method, Annotation annotation) {
        try {
            return method.invoke(annotation);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
