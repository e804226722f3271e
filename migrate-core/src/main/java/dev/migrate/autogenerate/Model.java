package dev.migrate.autogenerate;

import dev.migrate.schema.Detail;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaSource;

/**
 * What a database should be.
 *
 * @param schema the objects; a name without a schema means the run's own
 * @param detail how much it can say
 */
public record Model(Schema schema, Detail detail) {

    /** Reads a source that needs no database for it. */
    public static Model of(SchemaSource source) {
        return new Model(source.read(), source.detail());
    }
}
