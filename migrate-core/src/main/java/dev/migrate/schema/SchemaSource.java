package dev.migrate.schema;

/** Something that knows what a schema should be, or is: an entity model, a script, a database. */
@FunctionalInterface
public interface SchemaSource {

    /**
     * Reads it.
     *
     * @throws dev.migrate.error.MigrateException if it cannot be read, with a hint
     */
    Schema read();
}
