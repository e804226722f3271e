package dev.migrate.autogenerate;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversal;
import dev.migrate.schema.Schema;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class ComparisonRequestTests {

    private static final String KNOWN = "CREATE TABLE known (id serial PRIMARY KEY, note text);";

    private static final String UNKNOWN = "CREATE TABLE a (id serial PRIMARY KEY, b int, name text DEFAULT 'x',"
            + " CONSTRAINT named CHECK (name <> ''), known int REFERENCES known ON DELETE CASCADE);"
            + " CREATE TABLE b (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a int REFERENCES a, c int);"
            + " CREATE TABLE c (id int PRIMARY KEY, b int REFERENCES b);"
            + " ALTER TABLE b ADD CONSTRAINT round FOREIGN KEY (c) REFERENCES c;"
            + " CREATE INDEX a_low ON a (lower(name)) WHERE b > 0; COMMENT ON TABLE a IS 'all'; ";

    private static final TwoDatabases databases = new TwoDatabases();

    @Test
    void unknownTablesAreKeptUnlessSomebodySaysOtherwise() throws SQLException {
        databases.begin(KNOWN + UNKNOWN, KNOWN);
        Schema was = databases.actual();

        Proposal kept = databases.propose(ComparisonRequest.usual());
        assertThat(kept.operations()).isEmpty();
        assertThat(kept.leftAlone()).contains("Tables that the model does not know are kept: a, b, c");

        Proposal dropped = databases.propose(new ComparisonRequest(List.of(), null, UnknownTables.DROPPED));
        assertThat(dropped.destructive())
                .extracting(Operation::describe)
                .contains("drop table a", "drop table b", "drop table c");
        databases.run(dropped.operations());
        assertThat(databases.actual()).isEqualTo(databases.wanted());
        databases.run(requireNonNull(Reversal.of(dropped.operations())));
        assertThat(databases.actual()).isEqualTo(was);
        assertThat(databases.one("INSERT INTO a (b) VALUES (1) RETURNING id")).isEqualTo("1");
    }

    @Test
    void newTablesMayHaveTheNamesOfThoseThatGo() throws SQLException {
        databases.begin(
                "CREATE TABLE old (id serial PRIMARY KEY, n int); CREATE INDEX by_n ON old (n)",
                "CREATE TABLE fresh (id int PRIMARY KEY, n int); CREATE INDEX by_n ON fresh (n);"
                        + " CREATE TABLE other (n int CONSTRAINT old_pkey PRIMARY KEY)");

        Proposal proposal = databases.propose(new ComparisonRequest(List.of(), null, UnknownTables.DROPPED));

        databases.run(proposal.operations());
        assertThat(databases.actual().unordered()).isEqualTo(databases.wanted());
        databases.run(requireNonNull(Reversal.of(proposal.operations())));
        assertThat(databases.one("SELECT count(*) FROM old")).isEqualTo("0");
    }

    @Test
    void filtersLeaveOutWhatTheyName() throws SQLException {
        databases.begin(
                "CREATE TABLE t (a int, b int); CREATE TABLE audit_old (id int)",
                "CREATE TABLE t (a bigint, b bigint, c int); CREATE TABLE audit_new (id int); CREATE TABLE s (id int);"
                        + " CREATE INDEX t_b ON t (b); CREATE SEQUENCE q");
        ComparisonRequest drops = new ComparisonRequest(List.of(), null, UnknownTables.DROPPED);

        SchemaFilter names = SchemaFilter.named(List.of("t", "audit*", "q"), List.of("audit_*"));
        SchemaFilter columns = part -> !"b".equals(part.member()) && part.kind() != SchemaPart.Kind.INDEX;
        Proposal proposal = databases.propose(databases.wanted(), drops, names.and(columns));

        assertThat(proposal.operations())
                .extracting(Operation::describe)
                .containsExactly("create sequence q", "add column t.c", "change the type of t.a");
        assertThat(proposal.leftAlone()).isEmpty();
    }

    @Test
    void aColumnThatIsLeftOutIsLeftOutWhateverItsChange() throws SQLException {
        databases.begin(
                "CREATE TABLE t (kept int, kind int, first int, empty int, said int, gone int, stepping int"
                        + " GENERATED ALWAYS AS IDENTITY, plain int GENERATED ALWAYS AS (2) STORED)",
                "CREATE TABLE t (kept int, kind bigint, first int DEFAULT 1, empty int NOT NULL, said int, come int, stepping int"
                        + " GENERATED ALWAYS AS IDENTITY (INCREMENT 2), plain int); COMMENT ON COLUMN t.said IS 'all'");

        Proposal all = databases.propose(ComparisonRequest.usual());
        assertThat(TwoDatabases.names(all))
                .containsExactlyInAnyOrder(
                        "SetColumnType",
                        "SetColumnDefault",
                        "SetColumnNullability",
                        "SetColumnComment",
                        "DropColumn",
                        "AddColumn",
                        "SetIdentity",
                        "DropGeneratedExpression");

        SchemaFilter tables = part -> part.kind() != SchemaPart.Kind.COLUMN;
        Proposal none = databases.propose(databases.wanted(), ComparisonRequest.usual(), tables);
        assertThat(none.operations()).isEmpty();
    }

    @Test
    void customizersEditOneAfterTheOther() {
        Proposal proposal = new Proposal(List.of(), List.of("first"), List.of());
        RevisionCustomizer more =
                before -> new Proposal(before.operations(), List.of(before.notes() + " more"), List.of());

        Autogeneration autogeneration =
                new Autogeneration(ModelSource.none(), SchemaFilter.everything(), List.of(more, more));

        assertThat(autogeneration.customized(proposal).notes()).containsExactly("[[first] more] more");
    }
}
