package dev.migrate.hibernate;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.boot.Metadata;
import org.hibernate.generator.EventType;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;

/** Makes the columns of generated time stamps mandatory, as Hibernate does once it creates the generators. */
final class TimestampProperties {

    private record Owned(Property property, Class<?> owner) {}

    private TimestampProperties() {}

    static void settle(Metadata metadata) {
        Deque<Owned> waiting = new ArrayDeque<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            Class<?> type = entity.getMappedClass();
            if (type != null) {
                entity.getProperties().forEach(property -> waiting.add(new Owned(property, type)));
            }
        }
        while (!waiting.isEmpty()) {
            Owned next = waiting.remove();
            if (next.property().getValue() instanceof Component component && component.getComponentClass() != null) {
                component
                        .getProperties()
                        .forEach(property -> waiting.add(new Owned(property, component.getComponentClass())));
            } else if (isSetOnInsert(next)) {
                for (Selectable selectable : next.property().getSelectables()) {
                    if (selectable instanceof Column column) {
                        column.setNullable(false);
                    }
                }
            }
        }
    }

    private static boolean isSetOnInsert(Owned owned) {
        if (owned.property().getValueGeneratorCreator() == null) {
            return false;
        }
        Member member = owned.property().getGetter(owned.owner()).getMember();
        if (!(member instanceof AnnotatedElement element)) {
            return false;
        }
        CurrentTimestamp current = element.getAnnotation(CurrentTimestamp.class);
        return element.isAnnotationPresent(CreationTimestamp.class)
                || element.isAnnotationPresent(UpdateTimestamp.class)
                || (current != null && Arrays.asList(current.event()).contains(EventType.INSERT));
    }
}
