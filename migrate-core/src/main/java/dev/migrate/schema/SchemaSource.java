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

    /** Returns how much it can say: everything, unless it says otherwise. */
    default Detail detail() {
        return Detail.EVERYTHING;
    }
}
