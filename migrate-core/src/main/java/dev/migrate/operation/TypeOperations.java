package dev.migrate.operation;

import java.util.List;
import java.util.function.Consumer;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Sequence;

/** Operations on schemas, sequences, enum types, domains and extensions. */
interface TypeOperations extends Recorder {

    /** Creates a schema. */
    default void createSchema(String schema) {
        add(new CreateSchema(schema, Existence.REQUIRED));
    }

    /** Creates a schema unless there is one of that name. */
    default void createSchemaIfNotExists(String schema) {
        add(new CreateSchema(schema, Existence.OPTIONAL));
    }

    /** Drops a schema, which must be empty. */
    default void dropSchema(String schema) {
        add(new DropSchema(schema, Existence.REQUIRED));
    }

    /** Creates a sequence that begins with 1 and goes up by 1. */
    default void createSequence(String sequence) {
        createSequence(Sequence.of(named(sequence)));
    }

    /** Creates a sequence. */
    default void createSequence(Sequence sequence) {
        add(new CreateSequence(sequence));
    }

    /** Changes how a sequence counts. */
    default void alterSequence(Sequence to, Sequence from) {
        add(new AlterSequence(to, from));
    }

    /** Drops a sequence, which cannot be reversed without what it was. */
    default void dropSequence(String sequence) {
        add(new DropSequence(named(sequence), null));
    }

    /** Drops a sequence; the downgrade makes it again. */
    default void dropSequence(Sequence previous) {
        add(new DropSequence(previous.name(), previous));
    }

    /** Creates an enum type. */
    default void createEnum(String type, String... values) {
        add(new CreateEnum(new EnumType(named(type), List.of(values))));
    }

    /** Adds a word behind the others of an enum type, which cannot be reversed. */
    default void addEnumValue(String type, String value) {
        add(new AddEnumValue(named(type), value, null, null));
    }

    /** Adds a word before another of an enum type, which cannot be reversed. */
    default void addEnumValueBefore(String type, String value, String before) {
        add(new AddEnumValue(named(type), value, before, null));
    }

    /** Adds a word after another of an enum type, which cannot be reversed. */
    default void addEnumValueAfter(String type, String value, String after) {
        add(new AddEnumValue(named(type), value, null, after));
    }

    /** Spells a word of an enum type differently. */
    default void renameEnumValue(String type, String value, String name) {
        add(new RenameEnumValue(named(type), value, name));
    }

    /**
     * Drops an enum type.
     *
     * @param previous its values, by which the downgrade makes it again; with none this cannot be reversed
     */
    default void dropEnum(String type, String... previous) {
        ObjectName name = named(type);
        add(new DropEnum(name, previous.length == 0 ? null : new EnumType(name, List.of(previous))));
    }

    /** Creates a domain. */
    default void createDomain(String domain, ColumnType type, Consumer<DomainDefinition> definition) {
        add(new CreateDomain(DomainDefinition.build(named(domain), type, definition)));
    }

    /** Drops a domain, which cannot be reversed without what it was. */
    default void dropDomain(String domain) {
        add(new DropDomain(named(domain), null));
    }

    /** Drops a domain; the downgrade makes it again. */
    default void dropDomain(String domain, ColumnType type, Consumer<DomainDefinition> previous) {
        ObjectName name = named(domain);
        add(new DropDomain(name, DomainDefinition.build(name, type, previous)));
    }

    /** Loads an extension; the downgrade removes it. */
    default void createExtension(String extension) {
        add(new CreateExtension(extension, Existence.REQUIRED));
    }

    /** Loads an extension unless it is there; the downgrade removes it. */
    default void createExtensionIfNotExists(String extension) {
        add(new CreateExtension(extension, Existence.OPTIONAL));
    }

    /** Removes an extension. */
    default void dropExtension(String extension) {
        add(new DropExtension(extension, Existence.REQUIRED));
    }
}
