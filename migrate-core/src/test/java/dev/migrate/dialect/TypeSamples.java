package dev.migrate.dialect;

import java.util.List;

import dev.migrate.dialect.OperationSamples.Samples;
import dev.migrate.operation.CreateDomain;
import dev.migrate.operation.Operations;
import dev.migrate.schema.Check;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Domain;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Validity;

import static dev.migrate.schema.Types.defined;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.varchar;

/** Schemas, sequences, enum types, domains and extensions. */
final class TypeSamples {

    private static final Sequence PLAIN = Sequence.of(ObjectName.of("numbers"));

    private static final Sequence SPECIAL =
            new Sequence(ObjectName.of("numbers"), 50, -5, -100L, 100L, 20, Sequence.Wrap.CYCLE);

    /** A database left to itself would begin with the minimum. */
    private static final Sequence FROM_BELOW =
            new Sequence(ObjectName.of("numbers"), 1, 1, -5L, null, 1, Sequence.Wrap.NO_CYCLE);

    private TypeSamples() {}

    static void addTo(Samples all) {
        all.add("create schema", OperationSamples::nothing, op -> op.createSchema("audit"));
        all.add("create schema if not exists", OperationSamples::nothing, op -> op.createSchemaIfNotExists("audit"));
        all.add("drop schema", op -> op.createSchema("audit"), op -> op.dropSchema("audit"));
        all.add("create extension", OperationSamples::nothing, op -> op.createExtension("citext"));
        all.add(
                "create extension if not exists",
                OperationSamples::nothing,
                op -> op.createExtensionIfNotExists("citext"));
        all.add("drop extension", op -> op.createExtension("citext"), op -> op.dropExtension("citext"));
        sequences(all);
        enums(all);
        domains(all);
    }

    private static void sequences(Samples all) {
        all.add("create sequence", OperationSamples::nothing, op -> op.createSequence("numbers"));
        all.add("create sequence with everything", OperationSamples::nothing, op -> op.createSequence(SPECIAL));
        all.add("create sequence above its minimum", OperationSamples::nothing, op -> op.createSequence(FROM_BELOW));
        all.add("alter sequence", op -> op.createSequence(PLAIN), op -> op.alterSequence(SPECIAL, PLAIN));
        all.add(
                "alter sequence above its minimum",
                op -> op.createSequence(FROM_BELOW),
                op -> op.alterSequence(SPECIAL, FROM_BELOW));
        all.add("drop sequence", op -> op.createSequence(SPECIAL), op -> op.dropSequence(SPECIAL));
    }

    private static void enums(Samples all) {
        all.add("create enum", OperationSamples::nothing, op -> op.createEnum("mood", "sad", "it's", "back\\slash"));
        all.add("add enum value", TypeSamples::mood, op -> op.addEnumValue("mood", "ok"), TypeSamples::again);
        all.add(
                "add enum value before",
                TypeSamples::mood,
                op -> op.addEnumValueBefore("mood", "ok", "glad"),
                TypeSamples::again);
        all.add(
                "add enum value after",
                TypeSamples::mood,
                op -> op.addEnumValueAfter("mood", "o'k", "sad"),
                TypeSamples::again);
        all.add("rename enum value", TypeSamples::mood, op -> op.renameEnumValue("mood", "sad", "down"));
        all.add("drop enum", TypeSamples::mood, op -> op.dropEnum("mood", "sad", "glad"));
    }

    private static void domains(Samples all) {
        all.add("create domain", OperationSamples::nothing, op -> op.createDomain("age", integer(), d -> {}));
        all.add("create domain with everything", op -> op.createEnum("mood", "sad"), op -> {
            op.createDomain("email", varchar(320), d -> d.notNull()
                    .defaultValue(DefaultValue.of("a@b.c"))
                    .check("email_at", "VALUE LIKE '%@%'")
                    .check("email_dot", "VALUE LIKE '%.%'"));
            op.createTable("people", t -> {
                t.column("mail", defined("email"));
                t.column("mood", defined("mood"));
            });
        });
        all.add(
                "create domain with a check that is not valid",
                OperationSamples::nothing,
                op -> op.add(new CreateDomain(new Domain(
                        ObjectName.of("age"),
                        integer(),
                        true,
                        DefaultValue.none(),
                        List.of(new Check("age_min", "VALUE > 0", Validity.NOT_VALID))))));
        all.add(
                "drop domain",
                op -> op.createDomain("age", text(), d -> {}),
                op -> op.dropDomain("age", text(), d -> {}));
    }

    private static void mood(Operations op) {
        op.createEnum("mood", "sad", "glad");
    }

    private static void again(Operations op) {
        op.dropEnum("mood");
        mood(op);
    }
}
