package dev.migrate.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.OperationSamples.Samples;
import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.SqlSyntax;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Replaceable;

/** Views, functions, procedures and triggers, and what an application writes itself. */
final class ObjectSamples {

    private static final Replaceable VIEW = Replaceable.view("v", "SELECT 1 AS a, 2 AS b");

    private static final Replaceable MATERIALIZED = Replaceable.materializedView("mv", "SELECT 1 AS a");

    private static final Replaceable FUNCTION =
            Replaceable.function("f", "(a integer) RETURNS integer LANGUAGE sql AS $$SELECT a$$", "integer");

    private static final Replaceable PROCEDURE =
            Replaceable.procedure("p", "(a integer) LANGUAGE sql AS $$SELECT a$$", "integer");

    private static final Replaceable TRIGGER =
            Replaceable.trigger("g", "calls", "BEFORE INSERT ON calls FOR EACH ROW EXECUTE FUNCTION touch()");

    private ObjectSamples() {}

    static void addTo(Samples all) {
        views(all);
        functions(all);
        triggers(all);
        all.add("execute", op -> {}, op -> op.execute("CREATE TABLE raw (id integer)"), op -> op.dropTable("raw"));
        all.add("custom", TableSamples::calls, op -> op.add(new Fill("calls", 70)));
    }

    private static void views(Samples all) {
        all.add("create view", op -> {}, op -> op.create(VIEW));
        all.add(
                "create view with options",
                op -> {},
                op -> op.create(Replaceable.view("v", "WITH (security_barrier = true) AS SELECT 1 AS a")));
        all.add(
                "replace view by one with more columns",
                op -> op.create(VIEW),
                op -> op.replace(VIEW.redefined("SELECT 1 AS a, 2 AS b, '$definition$' AS c"), VIEW));
        all.add(
                "replace view by one with other columns",
                op -> op.create(VIEW),
                op -> op.replace(VIEW.redefined("SELECT 'x' AS z -- why not"), VIEW));
        all.add(
                "replace view by one of another name",
                op -> op.create(VIEW),
                op -> op.replace(Replaceable.view("w", "SELECT 1 AS a"), VIEW));
        all.add(
                "replace view of a hostile name",
                op -> op.create(Replaceable.view("$migrate$" + TableSamples.HOSTILE, "SELECT 1 AS a")),
                op -> op.replace(
                        Replaceable.view("$migrate$" + TableSamples.HOSTILE, "SELECT '$definition' AS b"),
                        Replaceable.view("$migrate$" + TableSamples.HOSTILE, "SELECT 1 AS a")));
        all.add("drop view", op -> op.create(VIEW), op -> op.drop(VIEW));
        all.add("create materialized view", op -> {}, op -> op.create(MATERIALIZED));
        all.add(
                "replace materialized view",
                op -> {
                    op.create(MATERIALIZED);
                    op.createIndex("mv_a", "mv", i -> i.columns("a").unique());
                },
                op -> op.replace(MATERIALIZED.redefined("SELECT 2 AS b, 1 AS a"), MATERIALIZED));
        all.add("drop materialized view", op -> op.create(MATERIALIZED), op -> op.drop(MATERIALIZED));
    }

    private static void functions(Samples all) {
        all.add("create function", op -> {}, op -> op.create(FUNCTION));
        all.add(
                "replace function",
                op -> op.create(FUNCTION),
                op -> op.replace(
                        FUNCTION.redefined("(a integer) RETURNS integer LANGUAGE sql AS $$SELECT a + 1$$"), FUNCTION));
        all.add(
                "replace function by one with another result",
                op -> op.create(FUNCTION),
                op -> op.replace(
                        FUNCTION.redefined("(b integer) RETURNS text LANGUAGE sql AS $migrate$SELECT 'x'$migrate$"),
                        FUNCTION));
        all.add(
                "replace function by one with other arguments",
                op -> op.create(FUNCTION),
                op -> op.replace(
                        Replaceable.function(
                                "f",
                                "(a integer, b text) RETURNS integer LANGUAGE sql AS $$SELECT a$$",
                                "integer",
                                "text"),
                        FUNCTION));
        all.add("drop function", op -> op.create(FUNCTION), op -> op.drop(FUNCTION));
        all.add("create procedure", op -> {}, op -> op.create(PROCEDURE));
        all.add(
                "replace procedure",
                op -> op.create(PROCEDURE),
                op -> op.replace(PROCEDURE.redefined("(b integer) LANGUAGE sql AS $$SELECT b$$"), PROCEDURE));
        all.add("drop procedure", op -> op.create(PROCEDURE), op -> op.drop(PROCEDURE));
    }

    private static void triggers(Samples all) {
        all.add("create trigger", ObjectSamples::touch, op -> op.create(TRIGGER));
        all.add(
                "replace trigger",
                op -> {
                    touch(op);
                    op.create(TRIGGER);
                },
                op -> op.replace(
                        TRIGGER.redefined("AFTER UPDATE OF n ON calls FOR EACH ROW EXECUTE FUNCTION touch()"),
                        TRIGGER));
        all.add(
                "drop trigger",
                op -> {
                    touch(op);
                    op.create(TRIGGER);
                },
                op -> op.drop(TRIGGER));
    }

    private static void touch(Operations op) {
        TableSamples.calls(op);
        op.create(Replaceable.function("touch", "() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$"));
    }

    /** An application's own operation. */
    record Fill(String table, int percent) implements CustomOperation {

        @Override
        public String describe() {
            return "fill " + table + " to " + percent + " percent";
        }

        @Override
        public @Nullable List<Operation> reverse() {
            return List.of(new Fill(table, 100));
        }

        @Override
        public List<String> toSql(SqlSyntax syntax) {
            return List.of("ALTER TABLE " + syntax.quote(ObjectName.of(table)) + " SET (fillfactor = "
                    + syntax.literal(percent) + ")");
        }
    }
}
