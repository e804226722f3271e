package dev.migrate.inspect;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.schema.Check;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Types;
import dev.migrate.schema.Validity;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresInspectorObjectsTests extends InspectedDatabase {

    @Test
    void sequencesAndTypesOfASchemaAreRead() throws SQLException {
        execute(
                "CREATE SEQUENCE s1",
                "CREATE SEQUENCE s2 START WITH 5 INCREMENT BY -1 MINVALUE -9 MAXVALUE 9 CACHE 7 CYCLE",
                "CREATE TABLE t (id serial)",
                "CREATE TYPE mood AS ENUM ('sad', 'it''s, \"ok\"')",
                "ALTER TYPE mood ADD VALUE 'first' BEFORE 'sad'",
                "CREATE DOMAIN price AS numeric(9,2)[] DEFAULT '{1}' NOT NULL CONSTRAINT one CHECK (array_length(VALUE, 1) = 1)"
                        + " CONSTRAINT b CHECK (VALUE[1] > 0)",
                "ALTER DOMAIN price ADD CONSTRAINT late CHECK (VALUE[1] < 9) NOT VALID",
                "CREATE DOMAIN free AS text");

        Schema schema = inspect();
        assertThat(schema.sequences())
                .containsExactly(
                        Sequence.of(name("s1")),
                        new Sequence(name("s2"), 5, -1, -9L, 9L, 7, Sequence.Wrap.CYCLE),
                        new Sequence(
                                name("t_id_seq"), 1, 1, null, (long) Integer.MAX_VALUE, 1, Sequence.Wrap.NO_CYCLE));
        assertThat(schema.tables().get(0).columns().get(0).defaultValue())
                .isEqualTo(DefaultValue.sql("nextval('public.t_id_seq'::regclass)"));
        assertThat(schema.enums()).containsExactly(new EnumType(name("mood"), List.of("first", "sad", "it's, \"ok\"")));
        assertThat(schema.domains())
                .containsExactly(
                        new Domain(name("free"), Types.text(), true, DefaultValue.none(), List.of()),
                        new Domain(
                                name("price"),
                                Types.arrayOf(Types.numeric(9, 2)),
                                false,
                                DefaultValue.sql("'{1}'::numeric[]"),
                                List.of(
                                        new Check("b", "((VALUE)[1] > (0)::numeric)", Validity.VALID),
                                        new Check("late", "((VALUE)[1] < (9)::numeric)", Validity.NOT_VALID),
                                        new Check("one", "(array_length(VALUE, 1) = 1)", Validity.VALID))));
    }

    @Test
    void objectsHaveTheTextBehindTheirName() throws SQLException {
        execute(
                "CREATE TABLE t (id integer)",
                "CREATE VIEW \"v\"\"1\" WITH (security_barrier) AS SELECT count(*) AS n FROM t",
                "CREATE MATERIALIZED VIEW m AS SELECT 1 AS x",
                "CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS integer LANGUAGE sql AS $$SELECT a$$",
                "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$",
                "CREATE PROCEDURE p(a integer[]) LANGUAGE sql AS $$SELECT 1$$",
                "CREATE AGGREGATE total(integer) (sfunc = int4pl, stype = integer)",
                "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()");

        assertThat(inspect().objects())
                .containsExactly(
                        new Replaceable(
                                Replaceable.Kind.VIEW,
                                name("v\"1"),
                                List.of(),
                                null,
                                "WITH (security_barrier=true) AS SELECT count(*) AS n\n   FROM public.t"),
                        new Replaceable(
                                Replaceable.Kind.MATERIALIZED_VIEW, name("m"), List.of(), null, "SELECT 1 AS x"),
                        new Replaceable(
                                Replaceable.Kind.FUNCTION,
                                name("f"),
                                List.of(),
                                null,
                                "()\n RETURNS trigger\n LANGUAGE plpgsql\nAS $function$BEGIN RETURN NEW; END$function$"),
                        new Replaceable(
                                Replaceable.Kind.FUNCTION,
                                name("f"),
                                List.of("integer", "text"),
                                null,
                                "(a integer, b text DEFAULT 'x'::text)\n RETURNS integer\n LANGUAGE sql\n"
                                        + "AS $function$SELECT a$function$"),
                        new Replaceable(
                                Replaceable.Kind.PROCEDURE,
                                name("p"),
                                List.of("integer[]"),
                                null,
                                "(IN a integer[])\n LANGUAGE sql\nAS $procedure$SELECT 1$procedure$"),
                        new Replaceable(
                                Replaceable.Kind.TRIGGER,
                                name("g"),
                                List.of(),
                                name("t"),
                                "BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f()"));
    }

    @Test
    void whatExtensionsBringIsLeftOut() throws SQLException {
        execute("CREATE EXTENSION citext", "CREATE EXTENSION pg_trgm", "CREATE EXTENSION hstore");

        assertThat(inspect()).isEqualTo(new Schema(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }
}
