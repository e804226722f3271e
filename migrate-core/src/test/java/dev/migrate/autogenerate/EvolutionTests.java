package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.Wording;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversal;
import dev.migrate.schema.Detail;
import dev.migrate.schema.Schema;
import dev.migrate.testing.TestDatabases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** One change between two databases: the proposal makes one of the other, keeps its row, and goes back. */
class EvolutionTests {

    private static final DataSource before = TestDatabases.postgres();

    private static final DataSource after = TestDatabases.postgres();

    private final Dialect dialect = Dialects.builtIn().get(0);

    @BeforeEach
    void beginAnew() {
        TestDatabases.execute(before, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
        TestDatabases.execute(after, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "column added|ALTER TABLE t ADD c int|AddColumn",
                "column with default added|ALTER TABLE t ADD c timestamptz NOT NULL DEFAULT now()|AddColumn",
                "column that must not be empty added|ALTER TABLE t ADD c varchar(5) NOT NULL DEFAULT '?'; ALTER TABLE t ALTER c DROP DEFAULT|AddColumn,SetColumnDefault",
                "identity added|ALTER TABLE t ADD c bigint GENERATED ALWAYS AS IDENTITY|AddColumn",
                "generated column added|ALTER TABLE t ADD c int GENERATED ALWAYS AS (n * 2) STORED|AddColumn",
                "array added|ALTER TABLE t ADD c text[] DEFAULT '{}'|AddColumn",
                "collation added|ALTER TABLE t ADD c text COLLATE \"C\"|AddColumn",
                "column dropped|ALTER TABLE t DROP m|DropIndex,DropColumn",
                "type widened|ALTER TABLE t ALTER n TYPE bigint|SetColumnType",
                "type to text|ALTER TABLE t ALTER p TYPE text|SetColumnType",
                "serial added|ALTER TABLE t ADD c serial|CreateSequence,AddColumn",
                "length changed|ALTER TABLE t ALTER s TYPE varchar(80)|SetColumnType",
                "scale changed|ALTER TABLE t ALTER p TYPE numeric(12,4)|SetColumnType",
                "made nullable|ALTER TABLE t ALTER s DROP NOT NULL|SetColumnNullability",
                "made not null|ALTER TABLE t ALTER n SET NOT NULL|SetColumnNullability",
                "default set|ALTER TABLE t ALTER n SET DEFAULT 7|SetColumnDefault",
                "default changed|ALTER TABLE t ALTER m SET DEFAULT 8|SetColumnDefault",
                "default dropped|ALTER TABLE t ALTER m DROP DEFAULT|SetColumnDefault",
                "type and default changed|ALTER TABLE t ALTER m DROP DEFAULT, ALTER m TYPE text, ALTER m SET DEFAULT 'x'|SetColumnDefault,SetColumnType,SetColumnDefault",
                "comment on column|COMMENT ON COLUMN t.n IS 'it''s'|SetColumnComment",
                "comment on table|COMMENT ON TABLE t IS 'all'|SetTableComment",
                "check added|ALTER TABLE t ADD CONSTRAINT positive CHECK (n > 0)|AddConstraint",
                "check changed|ALTER TABLE t DROP CONSTRAINT small; ALTER TABLE t ADD CONSTRAINT small CHECK (n < 500)|DropConstraint,AddConstraint",
                "check dropped|ALTER TABLE t DROP CONSTRAINT small|DropConstraint",
                "check renamed|ALTER TABLE t RENAME CONSTRAINT small TO tiny|RenameConstraint",
                "unique added|ALTER TABLE t ADD CONSTRAINT one UNIQUE (n, m)|AddConstraint",
                "unique made deferrable|ALTER TABLE t DROP CONSTRAINT once; ALTER TABLE t ADD CONSTRAINT once UNIQUE (s) DEFERRABLE|DropConstraint,AddConstraint",
                "unique dropped|ALTER TABLE t DROP CONSTRAINT once|DropConstraint",
                "primary key changed|ALTER TABLE u DROP CONSTRAINT u_pkey; ALTER TABLE u ADD PRIMARY KEY (a, b)|DropConstraint,AddConstraint",
                "foreign key added|ALTER TABLE u ADD CONSTRAINT u_t FOREIGN KEY (b) REFERENCES t ON DELETE SET NULL|AddConstraint",
                "foreign key changed|ALTER TABLE u DROP CONSTRAINT u_a_fkey; ALTER TABLE u ADD CONSTRAINT u_a_fkey FOREIGN KEY (a) REFERENCES t ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED|DropConstraint,AddConstraint",
                "foreign key dropped|ALTER TABLE u DROP CONSTRAINT u_a_fkey|DropConstraint",
                "exclusion added|ALTER TABLE t ADD CONSTRAINT alone EXCLUDE USING gist (r WITH &&)|AddConstraint",
                "index added|CREATE INDEX t_n ON t (n DESC NULLS LAST, m)|CreateIndex",
                "unique index added|CREATE UNIQUE INDEX t_nm ON t (n, m)|CreateIndex",
                "partial index added|CREATE INDEX t_some ON t (n) WHERE s <> ''|CreateIndex",
                "expression index added|CREATE INDEX t_low ON t (lower(s) text_pattern_ops) INCLUDE (n)|CreateIndex",
                "gin index added|CREATE INDEX t_j ON t USING gin (j jsonb_path_ops)|CreateIndex",
                "index changed|DROP INDEX t_m; CREATE INDEX t_m ON t (m, n)|DropIndex,CreateIndex",
                "index dropped|DROP INDEX t_m|DropIndex",
                "table added|CREATE TABLE v (id serial PRIMARY KEY)|CreateSequence,CreateTable",
                "tables that refer to each other added|CREATE TABLE v (id int PRIMARY KEY, x int); CREATE TABLE x (id int PRIMARY KEY, v int REFERENCES v); ALTER TABLE v ADD CONSTRAINT v_x FOREIGN KEY (x) REFERENCES x|CreateTable,CreateTable,AddConstraint",
                "enum added and used|CREATE TYPE mood AS ENUM ('sad', 'o''k'); ALTER TABLE t ADD c mood DEFAULT 'sad'|CreateEnum,AddColumn",
                "sequence added|CREATE SEQUENCE q INCREMENT 50|CreateSequence",
                "length shortened|ALTER TABLE t ALTER s TYPE varchar(20)|SetColumnType",
                "precision changed|ALTER TABLE t ALTER p TYPE numeric(14,2)|SetColumnType",
                "number to text|ALTER TABLE t DROP CONSTRAINT small; ALTER TABLE t ALTER n TYPE text|DropConstraint,SetColumnType",
                "collation changed|ALTER TABLE t ALTER s TYPE varchar(40) COLLATE \"C\"|SetColumnType",
                "collation dropped|ALTER TABLE w ALTER c TYPE text|SetColumnType",
                "identity on an old column|ALTER TABLE u ALTER b ADD GENERATED BY DEFAULT AS IDENTITY|AddIdentity",
                "identity counts otherwise|ALTER TABLE w ALTER id SET START WITH 50 SET INCREMENT BY 10|SetIdentity",
                "identity of another kind|ALTER TABLE w ALTER id SET GENERATED ALWAYS|SetIdentity",
                "identity dropped|ALTER TABLE w ALTER id DROP IDENTITY|DropIdentity",
                "comment on column changed|COMMENT ON COLUMN w.note IS 'new'|SetColumnComment",
                "comment on column dropped|COMMENT ON COLUMN w.note IS NULL|SetColumnComment",
                "comment on table dropped|COMMENT ON TABLE w IS NULL|SetTableComment",
                "sequence changed|ALTER SEQUENCE counter INCREMENT 5 MAXVALUE 900 CACHE 3 CYCLE|AlterSequence",
                "domain added and used|CREATE DOMAIN price AS numeric(9,2) CHECK (VALUE > 0); ALTER TABLE t ADD c price|CreateDomain,AddColumn",
                "predicate changed|DROP INDEX w_k; CREATE UNIQUE INDEX w_k ON w (k) WHERE k > 7|DropIndex,CreateIndex",
                "index made unique|DROP INDEX w_low; CREATE UNIQUE INDEX w_low ON w (lower(note))|DropIndex,CreateIndex",
                "index expression changed|DROP INDEX w_low; CREATE INDEX w_low ON w (upper(note))|DropIndex,CreateIndex",
                "index method changed|DROP INDEX t_m; CREATE INDEX t_m ON t USING hash (m)|DropIndex,CreateIndex",
                "included columns changed|DROP INDEX t_m; CREATE INDEX t_m ON t (m) INCLUDE (n)|DropIndex,CreateIndex",
                "index renamed|ALTER INDEX t_m RENAME TO t_mm|DropIndex,CreateIndex",
                "foreign key with another target|ALTER TABLE u DROP CONSTRAINT u_a_fkey; ALTER TABLE u ADD CONSTRAINT u_a_fkey FOREIGN KEY (a) REFERENCES w|DropConstraint,AddConstraint",
                "foreign key renamed|ALTER TABLE u RENAME CONSTRAINT u_a_fkey TO u_t|RenameConstraint",
                "unique columns changed|ALTER TABLE t DROP CONSTRAINT once; ALTER TABLE t ADD CONSTRAINT once UNIQUE (s, n)|DropConstraint,AddConstraint",
                "unique renamed|ALTER TABLE t RENAME CONSTRAINT once TO twice|RenameConstraint",
                "primary key dropped|ALTER TABLE u DROP CONSTRAINT u_pkey|DropConstraint",
                "primary key renamed|ALTER TABLE u RENAME CONSTRAINT u_pkey TO u_key|RenameConstraint",
                "constraint becomes an index of its name|ALTER TABLE t DROP CONSTRAINT once; CREATE INDEX once ON t (s)|DropConstraint,CreateIndex",
                "column and its constraints dropped|ALTER TABLE t DROP n|DropConstraint,DropColumn",
                "column and its indexes dropped|ALTER TABLE w DROP note|DropIndex,DropColumn",
                "generated column added with its source|ALTER TABLE u ADD c int, ADD d int GENERATED ALWAYS AS (c + 1) STORED|AddColumn,AddColumn",
                "everything of a column|ALTER TABLE w ALTER k TYPE bigint, ALTER k SET DEFAULT 9, ALTER k SET NOT NULL; COMMENT ON COLUMN w.k IS 'k'|SetColumnType,SetColumnDefault,SetColumnNullability,SetColumnComment",
                "hostile names|CREATE TABLE \"a\"\"b -- */\" (\"x'y\" int DEFAULT 1, \"SELECT\" text, CONSTRAINT \"c;d\" CHECK (\"x'y\" > 0)); CREATE INDEX \"i\\n\" ON \"a\"\"b -- */\" (\"SELECT\")|CreateTable,CreateIndex",
            })
    void oneChange(String name, String change, String operations) throws SQLException {
        String base =
                "CREATE TABLE t (id int PRIMARY KEY, n int, m int DEFAULT 3, s varchar(40) NOT NULL CONSTRAINT once UNIQUE,"
                        + " p numeric(10,2), j jsonb, r int4range, CONSTRAINT small CHECK (n < 100)); CREATE INDEX t_m ON t (m);"
                        + " CREATE TABLE w (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, k int, c text COLLATE \"C\", note text);"
                        + " COMMENT ON COLUMN w.note IS 'old'; COMMENT ON TABLE w IS 'old';"
                        + " CREATE SEQUENCE counter; CREATE UNIQUE INDEX w_k ON w (k) WHERE k > 0;"
                        + " CREATE INDEX w_low ON w (lower(note));"
                        + " CREATE TABLE u (a int NOT NULL REFERENCES t, b int NOT NULL, PRIMARY KEY (a))";
        TestDatabases.execute(before, base, "INSERT INTO t (id, n, s, p) VALUES (1, 5, 'five', 1.5)");
        TestDatabases.execute(after, base, change);
        Schema was = inspect(before);
        Schema wanted = inspect(after);

        Proposal proposal = propose(wanted);

        assertThat(proposal.operations())
                .extracting(operation -> operation.getClass().getSimpleName())
                .containsExactly(operations.split(","));
        run(proposal.operations());
        assertThat(sorted(inspect(before))).isEqualTo(sorted(wanted));
        assertThat(propose(wanted).operations()).isEmpty();
        run(requireNonNull(Reversal.of(proposal.operations())));
        assertThat(sorted(inspect(before))).isEqualTo(sorted(was));
        try (Connection connection = before.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM t WHERE id = 1 AND s = 'five' AND p = 1.5")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    private Proposal propose(Schema wanted) throws SQLException {
        try (Connection connection = before.getConnection()) {
            return new Autogenerate(dialect, "public", Set.of())
                    .propose(connection, new Model(wanted, Detail.EVERYTHING), ComparisonRequest.usual());
        }
    }

    /** A column that comes back is the last one. */
    private static String sorted(Schema schema) {
        StringBuilder text = new StringBuilder();
        schema.tables().forEach(table -> {
            text.append(table.name()).append(' ').append(table.comment()).append('\n');
            table.columns().stream().map(Object::toString).sorted().forEach(column -> text.append(column)
                    .append('\n'));
            table.constraints().stream().map(Object::toString).sorted().forEach(constraint -> text.append(constraint)
                    .append('\n'));
        });
        return text.append(schema.indexes())
                .append(schema.sequences())
                .append(schema.enums())
                .append(schema.domains())
                .toString();
    }

    private Schema inspect(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return dialect.inspect(connection, List.of("public"));
        }
    }

    private void run(List<Operation> operations) throws SQLException {
        try (Connection connection = before.getConnection();
                Statement statement = connection.createStatement()) {
            for (Wording wording : dialect.spell(operations)) {
                for (String sql : ((Wording.Statements) wording).sql()) {
                    statement.execute(sql);
                }
            }
        }
    }
}
