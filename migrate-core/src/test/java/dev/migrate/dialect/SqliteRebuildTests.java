package dev.migrate.dialect;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.run.RunSettings;
import dev.migrate.run.StatementFailedException;
import dev.migrate.schema.Check;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Identity;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;
import dev.migrate.testing.OperationHistory;
import dev.migrate.testing.TestDatabases;

import static dev.migrate.operation.ColumnDefinition.column;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SqliteRebuildTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private DriverManagerDataSource database;

    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate jdbc;

    @SuppressWarnings("NullAway.Init")
    private OperationHistory history;

    @BeforeEach
    void everythingThatARebuildMightLose() {
        database = TestDatabases.sqlite(folder);
        jdbc = new JdbcTemplate(database);
        history = new OperationHistory(database, RunSettings.defaults());
        TestDatabases.execute(
                database,
                "CREATE TABLE parent (id INTEGER PRIMARY KEY AUTOINCREMENT, /* the, (name */ name TEXT COLLATE NOCASE"
                        + " DEFAULT 'x,(y' NOT NULL UNIQUE ON CONFLICT REPLACE, [odd name] INT CHECK (\"odd name\" > 0),"
                        + " born DATE DEFAULT CURRENT_DATE, twice INT AS (id * 2) STORED, half REAL GENERATED ALWAYS AS"
                        + " (id / 2.0), boss INTEGER REFERENCES parent(id) ON DELETE SET NULL DEFERRABLE INITIALLY"
                        + " DEFERRED, extra TEXT DEFAULT NULL, CHECK (length(name) < 100),"
                        + " CONSTRAINT extra_short CHECK (extra IS NULL OR length(extra) < 9))",
                "CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent ON DELETE"
                        + " CASCADE)",
                "CREATE INDEX parent_born ON parent (born DESC, lower(name)) WHERE born IS NOT NULL",
                "CREATE INDEX parent_extra ON parent (extra)",
                "CREATE TABLE log (what TEXT)",
                "CREATE TRIGGER parent_insert AFTER INSERT ON parent BEGIN INSERT INTO log VALUES (new.name); END",
                "CREATE TRIGGER child_insert AFTER INSERT ON child BEGIN UPDATE parent SET born = '2000-01-01' WHERE id ="
                        + " new.parent_id; END",
                "CREATE VIEW names AS SELECT name, twice FROM parent",
                "INSERT INTO parent (id, name, \"odd name\") VALUES (1, 'a', 1), (2, 'b', 2), (9, 'gone', 3)",
                "DELETE FROM parent WHERE id = 9",
                "INSERT INTO child VALUES (1, 1), (2, 2)");
    }

    @Test
    void everythingElseIsKeptToTheLetter() {
        List<String> before = definitions();

        run(op -> op.alterColumn("parent", "born", c -> c.defaultValue(DefaultValue.of("1999-09-09"))));

        List<String> after = definitions();
        assertThat(after.subList(1, after.size())).isEqualTo(before.subList(1, before.size()));
        assertThat(after.get(0))
                .contains("CHECK (length(name) < 100)")
                .contains("UNIQUE ON CONFLICT REPLACE")
                .contains("COLLATE NOCASE")
                .contains("DEFAULT 'x,(y'")
                .contains("CHECK (\"odd name\" > 0)")
                .contains("AS (id * 2) STORED")
                .contains("GENERATED ALWAYS AS (id / 2.0)")
                .contains("REFERENCES parent(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED")
                .contains("DEFAULT '1999-09-09'")
                .contains("PRIMARY KEY AUTOINCREMENT");
        assertThat(jdbc.queryForList("SELECT name || twice FROM names ORDER BY 1", String.class))
                .containsExactly("a2", "b4");
        assertThat(jdbc.queryForList("SELECT what FROM log", String.class)).containsExactly("a", "b", "gone");
    }

    @Test
    void rowsThatACascadeWouldTakeStay() {
        run(op -> op.alterColumn("parent", "name", c -> c.type(text())));

        assertThat(jdbc.queryForObject("SELECT count(*) FROM child", Integer.class))
                .isEqualTo(2);
        jdbc.execute("DELETE FROM parent WHERE id = 1");
        assertThat(jdbc.queryForList("SELECT parent_id FROM child", Integer.class))
                .as("and the cascade works as before")
                .containsExactly(2);
    }

    @Test
    void numbersOfDeletedRowsAreNotUsedAgain() {
        run(op -> op.dropConstraint("extra_short", "parent"));

        jdbc.execute("INSERT INTO parent (name) VALUES ('c')");
        assertThat(jdbc.queryForObject("SELECT max(id) FROM parent", Integer.class))
                .isEqualTo(10);
    }

    @Test
    void severalChangesShareOneRebuild() {
        run(op -> {
            op.dropColumn("parent", "extra");
            op.addColumn("parent", column("score", integer()).notNull().defaultSql("1 + 1"));
            op.batch("parent", t -> {
                t.alterColumn("born", c -> c.notNull().defaultValue(DefaultValue.sql("date('now')")));
                t.addConstraint(new Check("scored", "score >= 0", Validity.VALID));
                t.addConstraint(UniqueKey.of("odd", List.of("odd name", "score")));
            });
            op.alterColumn("parent", "odd name", c -> c.type(bigint()));
        });

        String sql = definitions().get(0);
        assertThat(sql).doesNotContain("extra").contains("score >= 0").contains("\"odd name\" bigint");
        assertThat(definitions()).noneMatch(definition -> definition.contains("parent_extra"));
        assertThat(jdbc.queryForList("SELECT score FROM parent", Integer.class)).containsExactly(2, 2);
    }

    @Test
    void keyThatPointsNowhereAfterwardsFailsTheRevision() {
        List<String> before = definitions();

        assertThatThrownBy(() -> run(op -> op.addForeignKey(
                        "log_parent", "child", f -> f.columns("id").references("log", "what"))))
                .isInstanceOf(StatementFailedException.class);

        assertThat(definitions()).isEqualTo(before);
    }

    @Test
    void viewThatNoLongerFitsFailsTheRevision() {
        List<String> before = definitions();

        assertThatThrownBy(() -> run(op -> op.dropColumn("parent", "twice")))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("twice");

        assertThat(definitions()).isEqualTo(before);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM child", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void rowsThatBreakANewRuleFailTheRevision() {
        List<String> before = definitions();

        assertThatThrownBy(() -> run(op -> op.alterColumn("parent", "boss", c -> c.notNull())))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("boss");

        assertThat(definitions()).isEqualTo(before);
    }

    @Test
    void strictTablesAndTablesWithoutRowidStayWhatTheyAre() {
        jdbc.execute("CREATE TABLE s (a TEXT NOT NULL, b INT, PRIMARY KEY (a, b DESC)) STRICT, WITHOUT ROWID");
        jdbc.execute("INSERT INTO s VALUES ('x', 1)");

        run(op -> op.addColumn("s", column("c", text()).notNull().defaultSql("'a' || 'b'")));

        assertThat(jdbc.queryForObject("SELECT sql FROM sqlite_schema WHERE name = 's'", String.class))
                .endsWith("STRICT, WITHOUT ROWID")
                .contains("PRIMARY KEY (a, b DESC)");
        assertThat(jdbc.queryForObject("SELECT c FROM s", String.class)).isEqualTo("ab");
    }

    @Test
    void downgradeBringsTheSameBack() {
        history.revision("one", op -> {
            op.createTable("t", t -> {
                t.column("id", integer()).identity();
                t.column("a", text()).collation("NOCASE").defaultValue("q");
                t.primaryKey("id");
                t.check("a_short", "length(a) < 9");
            });
            op.createIndex("t_a", "t", "a");
        });
        history.upgrade("one");
        Schema before = history.inspect();
        history.revision("two", op -> {
            op.alterColumn("t", "a", c -> c.notNull().defaultValue(DefaultValue.none(), DefaultValue.of("q")));
            op.dropConstraint("a_short", "t", new Check("a_short", "length(a) < 9", Validity.VALID));
            op.alterColumn("t", "id", c -> c.dropIdentity(Identity.of(Identity.Mode.BY_DEFAULT)));
            op.renameColumn("t", "a", "b");
            op.renameIndex("t", "t_a", "t_b");
            op.renameTable("t", "u");
        });
        history.upgrade("two");
        Schema after = history.inspect();
        history.downgrade("one");

        assertThat(history.inspect()).isEqualTo(before);
        history.upgrade("two");
        assertThat(history.inspect()).isEqualTo(after).isNotEqualTo(before);
    }

    @Test
    void columnThatNoLongerNumbersItsRowsHasItsTypeBack() {
        history.revision(
                "one",
                op -> op.createTable("t", t -> {
                    t.column("id", bigint()).notNull();
                    t.primaryKey("id");
                }));
        history.revision(
                "two", op -> op.alterColumn("t", "id", c -> c.identity(Identity.of(Identity.Mode.BY_DEFAULT))));
        history.upgrade("one");
        Schema before = history.inspect();
        history.upgrade("two");
        history.revision(
                "three", op -> op.addColumn("t", column("now", text()).notNull().defaultSql("current_date")));
        history.upgrade("three");
        history.downgrade("one");

        assertThat(history.inspect()).isEqualTo(before);
    }

    @Test
    void renamedColumnDoesNotPartARebuild() {
        List<Operation> changes = Operations.record(op -> op.batch("t", t -> {
            t.alterColumn("a", c -> c.notNull());
            t.renameColumn("b", "c");
            t.alterColumn("c", c -> c.notNull());
            t.dropColumn("d");
            t.renameColumn("d2", "d");
        }));
        List<Wording> wordings = new SqliteDialect().spell(changes);

        assertThat(wordings.stream().filter(Wording.OnSight.class::isInstance).map(what -> ((Wording.OnSight) what)
                        .what()))
                .hasSize(2)
                .last()
                .isEqualTo("check the foreign keys");
        assertThat(wordings.get(0)).isInstanceOf(Wording.Statements.class);
        assertThat(wordings.get(2)).isInstanceOf(Wording.Statements.class);
    }

    @Test
    void renamedColumnKeepsItsPlaceAmongChangesOfIt() {
        jdbc.execute("CREATE TABLE t (a TEXT, b TEXT)");
        jdbc.execute("INSERT INTO t VALUES ('a', 'b')");

        run(op -> op.batch("t", t -> {
            t.alterColumn("a", c -> c.notNull());
            t.renameColumn("a", "x");
            t.renameColumn("b", "a");
            t.addConstraint(new Check("differ", "a <> x", Validity.VALID));
            t.alterColumn("x", c -> c.nullable());
        }));

        assertThat(jdbc.queryForMap("SELECT x, a FROM t"))
                .containsEntry("x", "a")
                .containsEntry("a", "b");
        assertThat(jdbc.queryForObject("SELECT sql FROM sqlite_schema WHERE name = 't'", String.class))
                .doesNotContain("NOT NULL");
    }

    @Test
    void schemasOtherThanTheOneAreRefused() {
        List<Operation> operations = Operations.record(op -> {
            op.in("audit").dropTable("t");
            op.in("main").dropTable("t");
            op.addForeignKey("fk", "t", fk -> fk.columns("a").references(new ObjectName("audit", "u"), "id"));
        });

        assertThat(operations.stream().map(new SqliteDialect()::unsupported))
                .containsExactly("SQLite has no schemas", null, "SQLite has no schemas");
    }

    private void run(Consumer<Operations> body) {
        history.revision("change", body);
        history.upgrade("change");
    }

    private List<String> definitions() {
        return jdbc.queryForList(
                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'migrate%' AND tbl_name NOT LIKE"
                        + " 'migrate%' AND name NOT LIKE 'sqlite%' ORDER BY name <> 'parent', name",
                String.class);
    }
}
