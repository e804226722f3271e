package dev.migrate.operation;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Index.Uniqueness;
import dev.migrate.schema.ObjectName;

/** A statement outside a revision's transaction, by what can be found out if the process ends in the middle of it. */
public sealed interface Interruptible {

    /** One that the database accepts in a transaction: it takes effect together with the record of it, or not at all. */
    record Undivided() implements Interruptible {}

    /** One that does no harm when it runs once more, such as {@code VACUUM}. */
    record Repeatable() implements Interruptible {}

    /** One that changes nothing but the session, so that whoever goes on behind it needs it again. */
    record Setting() implements Interruptible {}

    /**
     * {@code CREATE INDEX CONCURRENTLY}.
     *
     * @param table what is indexed
     * @param name of the index, in the schema of the table
     * @param uniqueness whether rows that are alike are refused
     * @param definition what follows the table, as SQL
     */
    record IndexBuild(ObjectName table, String name, Uniqueness uniqueness, String definition)
            implements Interruptible {}

    /**
     * {@code DROP INDEX CONCURRENTLY}.
     *
     * @param index the index
     */
    record IndexDrop(ObjectName index) implements Interruptible {}

    /**
     * {@code REINDEX … CONCURRENTLY}.
     *
     * @param scope of what kind the name is
     * @param name the index, table or schema, {@code null} for the whole database
     */
    record IndexRebuild(Scope scope, @Nullable ObjectName name) implements Interruptible {}

    /**
     * {@code ALTER TABLE … DETACH PARTITION … CONCURRENTLY}.
     *
     * @param table the partitioned table
     * @param partition what leaves it
     */
    record PartitionDetach(ObjectName table, ObjectName partition) implements Interruptible {}

    /** How much is indexed anew. */
    enum Scope {
        /** One index. */
        INDEX,
        /** The indexes of one table. */
        TABLE,
        /** Those of all tables in a schema. */
        SCHEMA,
        /** Those of all tables. */
        DATABASE
    }
}
