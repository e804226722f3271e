package dev.migrate.backfill;

import java.util.List;
import java.util.function.Supplier;

import dev.migrate.error.MigrateException;
import dev.migrate.script.BackfillScript;
import dev.migrate.script.Checksums;

/**
 * A backfill that an application has.
 *
 * @param name what it is called
 * @param table the table, with its schema and a dot before it or not
 * @param key the columns that put its rows in order
 * @param message one line that says what it does, often empty
 * @param origin where it is defined: a file or the name of a class
 * @param content what its batches do, as far as that can be told: a statement or the name of a class
 * @param code gives what processes the batches
 */
public record BackfillDefinition(
        String name,
        String table,
        List<String> key,
        String message,
        String origin,
        String content,
        Supplier<JavaBackfill> code) {

    /** Copies the list, and refuses names that cannot be used. */
    public BackfillDefinition {
        key = List.copyOf(key);
        if (!BackfillScript.NAME.matcher(name).matches()) {
            throw new MigrateException(
                    "The backfill at " + origin + " has no usable name",
                    "A name has 1 to 64 letters, digits, underscores, dots and dashes.");
        }
        if (table.isBlank() || key.isEmpty() || key.stream().anyMatch(String::isBlank)) {
            throw new MigrateException(
                    "The backfill " + name + " at " + origin + " lacks its table or its key",
                    "Name the table, and the columns of its primary key.");
        }
    }

    /**
     * Returns the backfill of a class.
     *
     * @param code gives the instance when it runs
     * @throws MigrateException if the class has no {@link Backfill}
     */
    public static BackfillDefinition of(Class<?> type, Supplier<JavaBackfill> code) {
        Backfill header = type.getAnnotation(Backfill.class);
        if (header == null) {
            throw new MigrateException(
                    "The class " + type.getName() + " is a backfill without @Backfill",
                    "Add @Backfill(name = …, table = …, key = …) to it.");
        }
        return new BackfillDefinition(
                header.name(),
                header.table(),
                List.of(header.key()),
                header.message(),
                type.getName(),
                type.getName(),
                code);
    }

    /** Returns the backfill of an instance. */
    public static BackfillDefinition of(JavaBackfill backfill) {
        return of(backfill.getClass(), () -> backfill);
    }

    /** Returns the backfill of a file. */
    public static BackfillDefinition of(BackfillScript script) {
        return new BackfillDefinition(
                script.name(),
                script.table(),
                script.key(),
                script.message(),
                script.path(),
                script.text(),
                () -> new SqlBackfill(script));
    }

    /** Returns what tells it from other definitions of the same name, such as those of other builds. */
    String fingerprint() {
        return new Checksums().text(table + '\n' + columns() + '\n' + content);
    }

    /** Returns the columns of the key as the books have them. */
    String columns() {
        return String.join(", ", key);
    }
}
