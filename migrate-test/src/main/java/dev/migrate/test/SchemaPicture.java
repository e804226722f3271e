package dev.migrate.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.BookTables;
import dev.migrate.error.MigrateException;
import dev.migrate.run.RunSettings;

/**
 * What is in a PostgreSQL database, without its rows, as its catalog tells it: all schemas but the system's own, without the
 * tables of the books and without what belongs to an extension.
 *
 * <p>It covers tables, columns, constraints, indexes, types, sequences, views, functions, triggers, policies, statistics,
 * comments, privileges, schemas and extensions. It leaves out what a revision cannot put back, the order of columns, and what
 * belongs to the server, such as owners and roles.
 *
 * @param objects the definition of every object by its kind and name, such as {@code integer not null} for {@code column
 *     public.users.id}
 */
public record SchemaPicture(SortedMap<String, String> objects) {

    /** Copies the map. */
    public SchemaPicture {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    }

    /**
     * Takes the picture of a database whose books have the default names.
     *
     * @throws MigrateException if the database is no PostgreSQL or cannot be read
     */
    public static SchemaPicture of(DataSource database) {
        return of(database, RunSettings.defaults().books());
    }

    /**
     * Takes the picture of a database.
     *
     * @param books the tables to leave out; with an empty schema, in whatever schema they are
     * @throws MigrateException if the database is no PostgreSQL or cannot be read
     */
    public static SchemaPicture of(DataSource database, BookTables books) {
        try (Connection connection = database.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            if (!product.equals("PostgreSQL")) {
                throw new MigrateException(
                        "The schema of " + product + " cannot be pictured", "Test the revisions on PostgreSQL.");
            }
            return new SchemaPicture(new PostgresCatalog(connection, books).read());
        } catch (SQLException e) {
            throw new MigrateException(
                    "The schema cannot be read: " + e.getMessage(),
                    List.of(),
                    "Check that the database runs and lets the tests connect.",
                    e);
        }
    }

    /**
     * Returns what is different here, in lines for people; none if the schemas are the same.
     *
     * @param before what this is compared with
     */
    public List<String> differencesFrom(SchemaPicture before) {
        List<String> lines = new ArrayList<>();
        missingIn(before).forEach(name -> lines.add("  too much: " + name + definition("", objects.get(name))));
        before.missingIn(this)
                .forEach(name -> lines.add("  missing:  " + name + definition("", before.objects.get(name))));
        objects.forEach((name, now) -> {
            String was = before.objects.get(name);
            if (was != null && !was.equals(now)) {
                lines.add("  changed:  " + name + definition("before: ", was) + definition("now:    ", now));
            }
        });
        return lines;
    }

    /**
     * Returns the definitions of what belongs to a table, by name.
     *
     * @param kind {@code column}, {@code index} or {@code constraint}
     * @param table with its schema, quoted where it has to be
     */
    SortedMap<String, String> objectsOf(String kind, String table) {
        SortedMap<String, String> found = new TreeMap<>();
        String behind = " on " + table;
        String before = "column " + table + ".";
        objects.forEach((name, definition) -> {
            if (kind.equals("column") && name.startsWith(before)) {
                found.put(name.substring(before.length()), definition);
            } else if (name.startsWith(kind + " ") && name.endsWith(behind)) {
                String own = name.substring(kind.length() + 1, name.length() - behind.length());
                // An index lies in the schema of its table.
                found.put(kind.equals("index") ? own.substring(own.lastIndexOf('.') + 1) : own, definition);
            }
        });
        return found;
    }

    /** Returns what another picture lacks, without the parts of what it lacks as a whole. */
    private List<String> missingIn(SchemaPicture other) {
        List<String> names = new ArrayList<>(objects.keySet());
        names.removeAll(other.objects.keySet());
        List<String> wholes = List.copyOf(names);
        names.removeIf(name -> wholes.stream().anyMatch(whole -> isPart(name, whole)));
        return names;
    }

    /** Columns, indexes and the like carry the name of their table, comments and privileges that of their object. */
    private static boolean isPart(String name, String whole) {
        String table = whole.substring(whole.indexOf(' ') + 1);
        return name.endsWith(" on " + whole)
                || (whole.startsWith("table ")
                        && (name.endsWith(" on " + table) || name.contains("column " + table + ".")));
    }

    private static String definition(String label, @Nullable String text) {
        return text == null || text.isEmpty()
                ? ""
                : "\n" + (label + text.strip()).indent(8).stripTrailing();
    }
}
