package dev.migrate.dialect;

import java.util.List;

import dev.migrate.dialect.OperationSamples.Samples;
import dev.migrate.operation.Operations;
import dev.migrate.schema.Check;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.Index.NullOrder;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.UniqueKey.Nulls;
import dev.migrate.schema.Validity;

import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.named;

/** Indexes and constraints. */
final class IndexSamples {

    private IndexSamples() {}

    static void addTo(Samples all) {
        indexes(all);
        keys(all);
        foreignKeys(all);
        others(all);
    }

    private static void indexes(Samples all) {
        all.add("create index", TableSamples::calls, op -> op.createIndex("calls_n", "calls", "n", "m"));
        all.add(
                "create index with everything",
                TableSamples::calls,
                op -> op.createIndex("calls_all", "calls", i -> i.columns("title")
                        .operatorClass("text_pattern_ops")
                        .collation("C")
                        .columns("n")
                        .descending()
                        .nulls(NullOrder.LAST)
                        .columns("m")
                        .nulls(NullOrder.FIRST)
                        .expression("lower(title)")
                        .expression("n + 1")
                        .descending()
                        .include("id")
                        .where("n > 0")));
        all.add(
                "create unique index",
                TableSamples::calls,
                op -> op.createIndex("calls_u", "calls", i -> i.columns("n").unique()));
        all.add(
                "create unique index without distinct nulls",
                TableSamples::calls,
                op -> op.createIndex(
                        "calls_u", "calls", i -> i.columns("n").include("m").uniqueNullsNotDistinct()));
        all.add(
                "create index concurrently",
                TableSamples::calls,
                op -> op.createIndex("calls_n", "calls", i -> i.columns("n").concurrently()));
        all.add(
                "create index if not exists",
                TableSamples::calls,
                op -> op.createIndex(
                        "calls_n", "calls", i -> i.columns("n").ifNeeded().concurrently()));
        all.add(
                "create index with a method",
                op -> op.createTable("docs", t -> t.column("words", named("tsvector"))),
                op -> op.createIndex(
                        "docs_words", "docs", i -> i.columns("words").using("gin")));
        all.add("create index in a schema", IndexSamples::audit, op -> op.in("audit")
                .createIndex(TableSamples.HOSTILE, "entries", "n"));
        all.add(
                "drop index",
                op -> {
                    IndexSamples.audit(op);
                    op.in("audit").createIndex("entries_n", "entries", "n");
                },
                op -> op.in("audit").dropIndex("entries_n", "entries", i -> i.columns("n")));
        all.add(
                "drop index concurrently",
                op -> {
                    TableSamples.calls(op);
                    op.createIndex("calls_n", "calls", "n");
                },
                op -> op.dropIndex("calls_n", "calls", i -> i.columns("n").concurrently()));
        all.add(
                "drop index if exists",
                TableSamples::calls,
                op -> op.dropIndex("gone", "calls", i -> i.ifNeeded()),
                op -> {});
        all.add(
                "rename index",
                op -> {
                    IndexSamples.audit(op);
                    op.in("audit").createIndex("entries_n", "entries", "n");
                },
                op -> op.in("audit").renameIndex("entries", "entries_n", "entries_m"));
    }

    private static void keys(Samples all) {
        all.add("add primary key", TableSamples::calls, op -> op.addPrimaryKey("calls_pk", "calls", "id"));
        all.add("add unique constraint", TableSamples::calls, op -> op.addUnique("calls_u", "calls", "n", "m"));
        all.add(
                "add deferrable unique constraint",
                TableSamples::calls,
                op -> op.addConstraint(
                        "calls", new UniqueKey("calls_u", List.of("n"), Deferral.INITIALLY_IMMEDIATE, Nulls.DISTINCT)));
        all.add(
                "add unique constraint without distinct nulls",
                TableSamples::calls,
                op -> op.addConstraint(
                        "calls",
                        new UniqueKey("calls_u", List.of("n"), Deferral.INITIALLY_DEFERRED, Nulls.NOT_DISTINCT)));
        all.add(
                "add unique constraint without a name",
                TableSamples::calls,
                op -> op.addConstraint("calls", UniqueKey.of(null, List.of("n"))),
                op -> op.dropConstraint("calls_n_key", "calls"));
        all.add(
                "add unique constraint using index",
                op -> {
                    TableSamples.calls(op);
                    op.createIndex("calls_ux", "calls", i -> i.columns("n").unique());
                },
                op -> op.addUniqueUsingIndex(
                        "calls_u", "calls", "calls_ux", i -> i.columns("n").unique()));
    }

    private static void foreignKeys(Samples all) {
        all.add(
                "add foreign key",
                IndexSamples::users,
                op -> op.addForeignKey("fk", "calls", fk -> fk.columns("n").references("users", "id")));
        all.add(
                "add foreign key with everything",
                op -> {
                    users(op);
                    op.in("audit").addPrimaryKey("entries_pk", "entries", "n", "m");
                },
                op -> op.addForeignKey("fk", "calls", fk -> fk.columns("m", "n")
                        .references(new ObjectName("audit", "entries"), "m", "n")
                        .onDelete(Action.SET_NULL)
                        .onUpdate(Action.CASCADE)
                        .deferral(Deferral.INITIALLY_DEFERRED)
                        .notValid()));
        all.add(
                "add foreign key to the primary key",
                IndexSamples::users,
                op -> op.addForeignKey("fk", "calls", fk -> fk.columns("n")
                        .references("users")
                        .onDelete(Action.RESTRICT)
                        .onUpdate(Action.SET_DEFAULT)
                        .deferral(Deferral.INITIALLY_IMMEDIATE)));
        all.add(
                "validate constraint",
                op -> {
                    TableSamples.calls(op);
                    op.addCheckNotValid("calls_n", "calls", "n > 0");
                },
                op -> op.validateConstraint("calls_n", "calls"),
                op -> {
                    op.dropConstraint("calls_n", "calls");
                    op.addCheckNotValid("calls_n", "calls", "n > 0");
                });
    }

    private static void others(Samples all) {
        all.add("add check", TableSamples::calls, op -> op.addCheck("calls_n", "calls", "n > 0 AND title <> '--'"));
        all.add("add check not valid", TableSamples::calls, op -> op.addCheckNotValid("calls_n", "calls", "n > 0"));
        all.add(
                "add exclusion",
                op -> op.createTable("rooms", t -> {
                    t.column("a", integer());
                    t.column("during", named("tsrange"));
                }),
                op -> op.addExclusion("rooms_free", "rooms", x -> x.element("during", "&&")
                        .element("int4range(a, a + 1)", "=")
                        .where("a > 0")
                        .deferral(Deferral.INITIALLY_DEFERRED)));
        all.add(
                "add exclusion with a method",
                TableSamples::calls,
                op -> op.addExclusion("calls_x", "calls", x -> x.using("btree")
                        .element("n", "=")
                        .element("(m + 1)", "=")));
        all.add(
                "drop constraint",
                op -> {
                    TableSamples.calls(op);
                    op.addCheck("calls_n", "calls", "n > 0");
                },
                op -> op.dropConstraint("calls_n", "calls", new Check("calls_n", "n > 0", Validity.VALID)));
        all.add(
                "drop constraint if exists",
                TableSamples::calls,
                op -> op.dropConstraintIfExists("gone", "calls"),
                op -> {});
        all.add(
                "rename constraint",
                op -> {
                    TableSamples.calls(op);
                    op.addUnique("calls_u", "calls", "n");
                },
                op -> op.renameConstraint("calls", "calls_u", "calls_v"));
    }

    private static void audit(Operations op) {
        op.createSchema("audit");
        op.in("audit").createTable("entries", t -> {
            t.column("n", integer()).notNull();
            t.column("m", integer()).notNull();
        });
    }

    private static void users(Operations op) {
        audit(op);
        TableSamples.calls(op);
        op.createTable("users", t -> {
            t.column("id", integer()).notNull();
            t.primaryKey("id");
        });
    }
}
