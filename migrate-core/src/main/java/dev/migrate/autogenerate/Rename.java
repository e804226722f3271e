package dev.migrate.autogenerate;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.schema.ObjectName;

/**
 * What has another name in the model than in the database.
 *
 * @param table the table as the database names it; for a table, and for a sequence, what is renamed
 * @param column the column as the database names it, or {@code null} if the table itself is renamed
 * @param name the name in the model, without a schema
 */
public record Rename(ObjectName table, @Nullable String column, String name) {

    private static final String HINT =
            "Write the old name and the new one, as in users.name=full_name for a column and users=people for a table;"
                    + " with a schema before it, shop.users.name=full_name and shop.users.=people.";

    /**
     * Reads the form that a person types: {@code users.name=full_name}, {@code users=people}, {@code shop.users.name=full_name};
     * a table with its schema ends with a dot, {@code shop.users.=people}.
     *
     * @throws MigrateException if it is none of them
     */
    public static Rename parse(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1 || text.indexOf('.', equals) >= 0) {
            throw new MigrateException("This is no rename: " + text, HINT);
        }
        String[] parts = text.substring(0, equals).split("\\.", -1);
        String name = text.substring(equals + 1);
        boolean known = parts.length <= 3 && !parts[0].isEmpty() && (parts.length == 1 || !parts[1].isEmpty());
        if (!known) {
            throw new MigrateException("This is no rename: " + text, HINT);
        }
        return switch (parts.length) {
            case 1 -> new Rename(ObjectName.of(parts[0]), null, name);
            case 2 -> new Rename(ObjectName.of(parts[0]), parts[1], name);
            default -> new Rename(new ObjectName(parts[0], parts[1]), parts[2].isEmpty() ? null : parts[2], name);
        };
    }

    /** Returns the form that a person types. */
    @Override
    public String toString() {
        String ownTable = table.schema() == null ? table.name() : table + ".";
        return (column == null ? ownTable : table + "." + column) + "=" + name;
    }
}
