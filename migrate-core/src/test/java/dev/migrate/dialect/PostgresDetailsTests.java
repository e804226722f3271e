package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateObject;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropObject;
import dev.migrate.operation.Existence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.ReplaceObject;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueKey;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** What PostgreSQL knows of constraints beyond the standard: seen, dropped, and made again as it was. */
class PostgresDetailsTests {

    private static final String TABLES = """
            CREATE TABLE a (
                id int CONSTRAINT a_key PRIMARY KEY DEFERRABLE INITIALLY DEFERRED,
                x int, y int, z int,
                CONSTRAINT a_xy UNIQUE (x) INCLUDE (z, y) DEFERRABLE,
                CONSTRAINT a_own CHECK (x > 0) NO INHERIT,
                CONSTRAINT a_all CHECK (y > 0));
            CREATE TABLE b (p int, q int, r int, CONSTRAINT b_key PRIMARY KEY (p, q) INCLUDE (r));
            CREATE TABLE c (p int, q int, CONSTRAINT c_b FOREIGN KEY (p, q) REFERENCES b MATCH FULL ON DELETE CASCADE NOT VALID);
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$;
            CREATE CONSTRAINT TRIGGER tr AFTER INSERT ON a DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
            """;

    @Test
    void detailsAreSeenAndMadeAgain() throws SQLException {
        try (Connection connection = TestDatabases.postgres().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            Dialect dialect = new Dialects(List.of()).of(connection);
            Schema before = dialect.inspect(connection, List.of("public"));

            for (Operation operation : dropAndMakeAgain(before)) {
                for (Wording wording : dialect.spell(List.of(operation))) {
                    for (String sql : ((Wording.Statements) wording).sql()) {
                        statement.execute(sql);
                    }
                }
            }

            assertThat(dialect.inspect(connection, List.of("public"))).isEqualTo(before);
            assertSeen(before);
        }
    }

    private static void assertSeen(Schema schema) {
        List<Constraint> a = schema.tables().get(0).constraints();
        assertThat(a)
                .contains(new PrimaryKey("a_key", List.of("id"), List.of(), Deferral.INITIALLY_DEFERRED))
                .contains(new UniqueKey(
                        "a_xy",
                        List.of("x"),
                        Deferral.INITIALLY_IMMEDIATE,
                        UniqueKey.Nulls.DISTINCT,
                        List.of("z", "y")))
                .anyMatch(constraint ->
                        constraint instanceof Check check && check.inheritance() == Check.Inheritance.NOT_INHERITED);
        assertThat(schema.tables().get(1).constraints())
                .containsExactly(new PrimaryKey("b_key", List.of("p", "q"), List.of("r"), Deferral.NOT_DEFERRABLE));
        assertThat(((ForeignKey) schema.tables().get(2).constraints().get(0)).match())
                .isEqualTo(ForeignKey.Match.FULL);
        assertThat(schema.objects())
                .anyMatch(object -> object.definition().startsWith("CONSTRAINT AFTER INSERT ON public.a"));
    }

    private static List<Operation> dropAndMakeAgain(Schema schema) {
        List<Operation> drops = new ArrayList<>();
        List<Operation> additions = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Constraint constraint : table.constraints()) {
                String name = String.valueOf(constraint.name());
                drops.add(0, new DropConstraint(table.name(), name, constraint, Existence.REQUIRED));
                additions.add(new AddConstraint(table.name(), constraint));
            }
        }
        for (Replaceable object : schema.objects()) {
            if (object.kind() == Replaceable.Kind.TRIGGER) {
                drops.add(new DropObject(object));
                additions.add(new CreateObject(object));
                additions.add(new ReplaceObject(object, object));
            }
        }
        drops.addAll(additions);
        return drops;
    }
}
