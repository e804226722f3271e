package dev.migrate.lint.statement;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/** What one statement does. Names are as the database keeps them. */
public sealed interface Ddl {

    /** {@code ALTER TABLE}; the actions are never empty. */
    record AlterTable(ObjectName table, List<TableAction> actions) implements Ddl {

        /** Copies the list. */
        public AlterTable {
            actions = List.copyOf(actions);
        }
    }

    /**
     * {@code CREATE TABLE} in all its forms.
     *
     * @param columns those that are written, not what a query or another table gives
     * @param constraints those of the table and of its columns
     * @param partition what it is a partition of, or {@code null}
     * @param persistence whether it stays, and how safely
     * @param partitionKey what stands behind {@code PARTITION BY}, or nothing
     * @param query what fills it, or nothing
     */
    record CreateTable(
            ObjectName table,
            List<ColumnSpec> columns,
            List<ConstraintSpec> constraints,
            @Nullable Partition partition,
            Persistence persistence,
            Expression partitionKey,
            Expression query,
            Existing existing)
            implements Ddl {

        /** Copies the lists. */
        public CreateTable {
            columns = List.copyOf(columns);
            constraints = List.copyOf(constraints);
        }
    }

    /** What a table is a partition of, and which values it takes. */
    record Partition(ObjectName parent, Expression bound) {

        /** Tells whether it takes what no other partition takes. */
        public boolean isDefault() {
            return !bound.isEmpty() && bound.tokens().get(0).is("DEFAULT");
        }
    }

    /** How long what is written to a table stays. */
    enum Persistence {
        PERMANENT,
        UNLOGGED,
        TEMPORARY
    }

    /** What happens if the object is there, or not. */
    enum Existing {
        /** The statement fails. */
        FAILS,
        /** {@code IF EXISTS} or {@code IF NOT EXISTS}: the statement does nothing. */
        SKIPS
    }

    /** Whether an index is made, dropped or renewed beside writers. */
    enum Writers {
        WAIT,
        /** {@code CONCURRENTLY}. */
        GO_ON
    }

    /**
     * {@code CREATE INDEX}.
     *
     * @param name its name, or {@code null} where the database makes one up
     * @param table what it is on
     * @param columns the plain columns of its key, in order, up to the first expression
     * @param width how many columns and expressions its key has
     * @param traits what else stands in it
     */
    record CreateIndex(@Nullable ObjectName name, ObjectName table, List<String> columns, int width, IndexTraits traits)
            implements Ddl {

        /** Copies the list. */
        public CreateIndex {
            columns = List.copyOf(columns);
        }
    }

    /**
     * What an index is beside its key.
     *
     * @param method {@code btree} unless another one is written
     * @param partial whether it has a {@code WHERE}
     * @param only whether {@code ON ONLY} keeps it from partitions
     */
    record IndexTraits(
            boolean unique, Writers writers, Existing existing, String method, boolean partial, boolean only) {}

    /** {@code DROP} of anything. */
    record Drop(Kind kind, List<ObjectName> names, DropTraits traits) implements Ddl {

        /** Copies the list. */
        public Drop {
            names = List.copyOf(names);
        }
    }

    /** How something is dropped, and the table that it stands on where that is written: of a trigger, rule or policy. */
    record DropTraits(
            Writers writers, boolean cascade, @Nullable ObjectName on) {}

    /** {@code ALTER INDEX}. */
    record AlterIndex(
            ObjectName index, String action, @Nullable String newName) implements Ddl {}

    /** {@code REINDEX}; the kind is what stands behind it. */
    record Reindex(String kind, @Nullable ObjectName name, Writers writers) implements Ddl {}

    /** {@code CREATE VIEW} and {@code CREATE MATERIALIZED VIEW}. */
    record CreateView(ObjectName view, Kind kind, boolean replaces, Expression query) implements Ddl {}

    /** {@code REFRESH MATERIALIZED VIEW}. */
    record RefreshView(ObjectName view, Writers writers) implements Ddl {}

    /** {@code CREATE} of a trigger, rule, policy or statistics object on a table. */
    record CreateOnTable(Kind kind, String name, ObjectName table) implements Ddl {}

    /** {@code COMMENT ON}; the table is that of a column or of a table. */
    record Comment(String kind, @Nullable ObjectName table) implements Ddl {}

    /** {@code ANALYZE}, {@code VACUUM}, {@code CLUSTER}, {@code TRUNCATE} and {@code LOCK}: everything that works on whole tables. */
    record Maintenance(Work work, List<ObjectName> tables, String options) implements Ddl {

        /** Copies the list. */
        public Maintenance {
            tables = List.copyOf(tables);
        }

        /** Tells whether a word stands in it outside of names. */
        public boolean has(String word) {
            return List.of(options.split(" ", -1)).contains(word);
        }
    }

    /** What {@link Maintenance} does. */
    enum Work {
        ANALYZE,
        VACUUM,
        VACUUM_FULL,
        CLUSTER,
        TRUNCATE,
        LOCK
    }

    /** {@code GRANT} and {@code REVOKE} on tables. */
    record Grant(List<ObjectName> tables) implements Ddl {

        /** Copies the list. */
        public Grant {
            tables = List.copyOf(tables);
        }
    }

    /** {@code CREATE TYPE}; the labels are those of an enum. */
    record CreateType(ObjectName type, boolean isEnum) implements Ddl {}

    /** {@code ALTER TYPE}: the action in capitals, such as {@code ADD VALUE}, and what follows it. */
    record AlterType(ObjectName type, String action, Expression rest) implements Ddl {}

    /** {@code CREATE DOMAIN}. */
    record CreateDomain(ObjectName domain, TypeName base, boolean constrained) implements Ddl {}

    /** {@code ALTER DOMAIN}: the action in capitals, such as {@code ADD}, and what follows it. */
    record AlterDomain(ObjectName domain, String action, Expression rest) implements Ddl {}

    /** {@code CREATE FUNCTION} and {@code CREATE PROCEDURE}. */
    record CreateRoutine(ObjectName name, Expression options, String body) implements Ddl {}

    /** {@code CREATE PUBLICATION}. */
    record CreatePublication(List<ObjectName> tables) implements Ddl {

        /** Copies the list. */
        public CreatePublication {
            tables = List.copyOf(tables);
        }
    }

    /** {@code ALTER … RENAME TO} of what is neither table nor index; {@code to} is the new name. */
    record Rename(Kind kind, ObjectName name, String to) implements Ddl {}

    /**
     * What reads or changes rows.
     *
     * @param verb {@code SELECT}, {@code INSERT}, {@code UPDATE}, {@code DELETE} or {@code MERGE}
     * @param table what is changed, or {@code null}
     * @param reads the tables that are read beside it
     * @param limited whether a condition stands in it
     */
    record Rows(String verb, @Nullable ObjectName table, List<ObjectName> reads, boolean limited) implements Ddl {

        /** Copies the list. */
        public Rows {
            reads = List.copyOf(reads);
        }
    }

    /** {@code SET}, {@code RESET} and {@code set_config}; the name in lower case, no value for the default. */
    record SetVariable(String name, @Nullable String value) implements Ddl {}

    /** What is known and takes no lock that anybody waits for, in the words of its beginning. */
    record Harmless(String what) implements Ddl {}

    /** What opens or ends a transaction. */
    record TransactionControl(String what) implements Ddl {}

    /** Java code of a revision, of which nobody can tell what it does. */
    record Opaque() implements Ddl {}

    /** What is not understood, and why. */
    record Unrecognized(String why) implements Ddl {}

    /** Kinds of objects. */
    enum Kind {
        TABLE,
        INDEX,
        VIEW,
        MATERIALIZED_VIEW,
        SEQUENCE,
        TYPE,
        DOMAIN,
        SCHEMA,
        DATABASE,
        ROUTINE,
        TRIGGER,
        RULE,
        POLICY,
        STATISTICS,
        COLUMN,
        OTHER
    }
}
