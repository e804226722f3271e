package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.migrate.autogenerate.features.Columns;
import dev.migrate.autogenerate.features.Relations;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.hibernate.EntityModel;
import dev.migrate.hibernate.HibernateSchemaSource;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.Detail;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** What people add to a database by hand is left alone beside an entity model. */
class HandWrittenSchemaTests {

    private static final String[] BY_HAND = {
        "CREATE INDEX p_partial ON person (street) WHERE street <> ''",
        "CREATE UNIQUE INDEX p_unique ON person (street) WHERE id > 0",
        "CREATE INDEX p_expression ON person (lower(street))",
        "CREATE INDEX p_mixed ON person (id, upper(street) DESC NULLS LAST)",
        "CREATE INDEX p_opclass ON person (street varchar_pattern_ops)",
        "CREATE INDEX p_collated ON person (street COLLATE \"C\")",
        "CREATE INDEX p_including ON person (street) INCLUDE (id)",
        "CREATE INDEX p_hash ON person USING hash (street)",
        "CREATE INDEX p_brin ON person USING brin (id)",
        "CREATE INDEX p_gin ON person USING gin (to_tsvector('simple', street))",
        "CREATE INDEX p_gist ON person USING gist (int8range(0, id))",
        "CREATE STATISTICS p_statistics ON id, street FROM person",
        "ALTER TABLE person ADD CONSTRAINT p_check CHECK (length(street) < 200)",
        "ALTER TABLE person ADD CONSTRAINT p_late CHECK (id < 1000000) NOT VALID",
        "ALTER TABLE person ADD CONSTRAINT p_alone EXCLUDE USING gist (int8range(id, id + 1) WITH &&)",
        "ALTER TABLE person ALTER street SET DEFAULT 'none'",
        "ALTER TABLE person ALTER street SET STATISTICS 500",
        "ALTER TABLE person ALTER street SET STORAGE EXTERNAL",
        "COMMENT ON COLUMN person.street IS 'by hand'",
        "COMMENT ON TABLE person IS 'by hand'",
        "COMMENT ON CONSTRAINT p_check ON person IS 'by hand'",
        "ALTER TABLE child ALTER CONSTRAINT child_teacher_fk DEFERRABLE INITIALLY DEFERRED",
        "CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE FUNCTION twice(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a * 2'",
        "CREATE PROCEDURE nothing() LANGUAGE sql AS ''",
        "CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int)",
        "CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)",
        "CREATE TRIGGER p_trigger BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION touched()",
        "CREATE CONSTRAINT TRIGGER p_constraint AFTER INSERT ON person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
                + " EXECUTE FUNCTION touched()",
        "CREATE VIEW people AS SELECT id, street FROM person",
        "CREATE RULE no_people AS ON DELETE TO people DO INSTEAD NOTHING",
        "CREATE MATERIALIZED VIEW streets AS SELECT DISTINCT street FROM person",
        "CREATE UNIQUE INDEX streets_once ON streets (street)",
        "ALTER TABLE person ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY p_policy ON person USING (id > 0)",
        "GRANT SELECT ON person TO PUBLIC",
        "ALTER TABLE person REPLICA IDENTITY FULL",
        "ALTER TABLE person SET (fillfactor = 70)",
        "CREATE SEQUENCE by_hand_numbers",
        "CREATE TYPE mood AS ENUM ('good', 'bad')",
        "CREATE TYPE pair AS (a int, b text)",
        "CREATE TYPE span AS RANGE (SUBTYPE = float8)",
        "CREATE DOMAIN price AS numeric(9,2) CHECK (VALUE > 0)",
        "CREATE COLLATION plain (LOCALE = 'C')",
        "CREATE TEXT SEARCH CONFIGURATION words (COPY = simple)",
        "CREATE TABLE by_hand (id serial PRIMARY KEY, mood mood, at span, price price)",
        "CREATE TABLE child_table () INHERITS (by_hand)",
        "CREATE TABLE measured (at date NOT NULL, value int) PARTITION BY RANGE (at)",
        "CREATE TABLE measured_2026 PARTITION OF measured FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
        "CREATE INDEX measured_value ON measured (value)",
        "CREATE UNLOGGED TABLE fleeting (id int)",
        "CREATE PUBLICATION all_people FOR TABLE person"
    };

    private final DataSource database = TestDatabases.postgres();

    private final Dialect dialect = Dialects.builtIn().get(0);

    private final Schema model = new HibernateSchemaSource(
                    new EntityModel(
                            List.of(
                                    Relations.Person.class.getName(),
                                    Relations.Parent.class.getName(),
                                    Relations.Child.class.getName(),
                                    Columns.Identities.class.getName()),
                            List.of(),
                            List.of(),
                            Map.of(),
                            "PostgreSQL",
                            18,
                            0),
                    getClass().getClassLoader())
            .read();

    @BeforeEach
    void build() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (Operation operation : propose(model, ComparisonRequest.usual()).operations()) {
                for (var wording : dialect.spell(List.of(operation))) {
                    for (String sql : ((dev.migrate.dialect.Wording.Statements) wording).sql()) {
                        connection.createStatement().execute(sql);
                    }
                }
            }
        }
        TestDatabases.execute(database, BY_HAND);
    }

    @Test
    void nothingThatTheModelCannotKnowIsProposedToGo() throws SQLException {
        Proposal proposal = propose(model, ComparisonRequest.usual());

        assertThat(proposal.operations()).extracting(Operation::describe).isEmpty();
        assertThat(String.join("\n", proposal.leftAlone()))
                .contains(
                        "p_partial",
                        "p_unique",
                        "p_expression",
                        "p_mixed",
                        "p_opclass",
                        "p_collated",
                        "p_including",
                        "p_hash",
                        "p_brin",
                        "p_gin",
                        "p_gist",
                        "p_check",
                        "p_late",
                        "p_alone",
                        "by_hand",
                        "measured",
                        "fleeting",
                        "child_table",
                        "view people",
                        "materialized view streets",
                        "function touched",
                        "procedure nothing",
                        "trigger p_trigger",
                        "sequence by_hand_numbers",
                        "enum type mood",
                        "domain price")
                .doesNotContain("measured_2026", "p_statistics", "span");
    }

    @Test
    void whatStandsOnAColumnThatGoesIsToldAndComesBack() throws SQLException {
        List<Table> tables = model.tables().stream()
                .map(table -> table.name().name().equals("person") ? without(table, "other_street") : table)
                .toList();
        TestDatabases.execute(
                database,
                "CREATE INDEX p_other ON person (lower(other_street)) WHERE id > 0",
                "ALTER TABLE person ADD CONSTRAINT p_others CHECK (other_street <> 'street')");
        Schema smaller =
                new Schema(tables, model.indexes(), model.sequences(), model.enums(), model.domains(), model.objects());

        Proposal proposal = propose(smaller, ComparisonRequest.usual());

        assertThat(proposal.operations())
                .extracting(Operation::describe)
                .containsExactly(
                        "drop index p_other", "drop constraint p_others of person", "drop column person.other_street");
        assertThat(proposal.operations().get(2)).isInstanceOf(DropColumn.class);
    }

    private static Table without(Table table, String column) {
        List<Column> columns = table.columns().stream()
                .filter(other -> !other.name().equals(column))
                .toList();
        return new Table(table.name(), columns, table.constraints(), table.comment());
    }

    private Proposal propose(Schema schema, ComparisonRequest request) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Autogenerate(dialect, "public", Set.of())
                    .propose(connection, new Model(schema, Detail.ENTITIES), request);
        }
    }
}
