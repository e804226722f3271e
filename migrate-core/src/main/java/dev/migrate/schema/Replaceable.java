package dev.migrate.schema;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * An object that is defined by one text as a whole, so that a change replaces it: a view, a function, a trigger.
 *
 * @param kind what it is
 * @param name its name; a trigger's schema is that of its table
 * @param arguments the types of a function's or procedure's arguments, by which it is dropped, otherwise empty
 * @param table a trigger's table, otherwise {@code null}
 * @param definition for a view its query, possibly with {@code WITH (…) AS} before it for its options; for everything else all that stands behind the name, such as {@code (a integer)
 *     RETURNS integer LANGUAGE sql AS $$…$$} or {@code BEFORE INSERT ON calls FOR EACH ROW …}
 */
public record Replaceable(
        Kind kind,
        ObjectName name,
        List<String> arguments,
        @Nullable ObjectName table,
        String definition) {

    /** What can be replaced as a whole. */
    public enum Kind {
        /** A view. */
        VIEW,
        /** A view that keeps its rows. */
        MATERIALIZED_VIEW,
        /** A function. */
        FUNCTION,
        /** A procedure. */
        PROCEDURE,
        /** A trigger. */
        TRIGGER
    }

    /** Copies the list, and refuses a trigger without its table. */
    public Replaceable {
        arguments = List.copyOf(arguments);
        if ((kind == Kind.TRIGGER) != (table != null)) {
            throw new IllegalArgumentException("Exactly a trigger has a table");
        }
    }

    /** Returns a view. */
    public static Replaceable view(String name, String query) {
        return new Replaceable(Kind.VIEW, ObjectName.of(name), List.of(), null, query);
    }

    /** Returns a view that keeps its rows. */
    public static Replaceable materializedView(String name, String query) {
        return new Replaceable(Kind.MATERIALIZED_VIEW, ObjectName.of(name), List.of(), null, query);
    }

    /**
     * Returns a function.
     *
     * @param definition what stands behind the name, such as {@code (a integer) RETURNS integer LANGUAGE sql AS $$SELECT a$$}
     * @param argumentTypes by which it is dropped, such as {@code integer}
     */
    public static Replaceable function(String name, String definition, String... argumentTypes) {
        return new Replaceable(Kind.FUNCTION, ObjectName.of(name), List.of(argumentTypes), null, definition);
    }

    /**
     * Returns a procedure.
     *
     * @param definition what stands behind the name
     * @param argumentTypes by which it is dropped
     */
    public static Replaceable procedure(String name, String definition, String... argumentTypes) {
        return new Replaceable(Kind.PROCEDURE, ObjectName.of(name), List.of(argumentTypes), null, definition);
    }

    /**
     * Returns a trigger.
     *
     * @param definition what stands behind the name, such as {@code BEFORE INSERT ON calls FOR EACH ROW EXECUTE FUNCTION f()}
     */
    public static Replaceable trigger(String name, String table, String definition) {
        return new Replaceable(Kind.TRIGGER, ObjectName.of(name), List.of(), ObjectName.of(table), definition);
    }

    /** Returns the same object with another text. */
    public Replaceable redefined(String other) {
        return new Replaceable(kind, name, arguments, table, other);
    }

    /** Returns its kind and name for people. */
    public String title() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + name;
    }
}
