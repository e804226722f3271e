package dev.migrate.dialect;

import java.sql.Connection;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import dev.migrate.revision.Target;
import dev.migrate.run.MigrationState;
import dev.migrate.run.RunSettings;
import dev.migrate.run.StatementFailedException;
import dev.migrate.schema.Column;
import dev.migrate.schema.Schema;
import dev.migrate.testing.DialectContract;
import dev.migrate.testing.OperationHistory;
import dev.migrate.testing.TestDatabases;

import static dev.migrate.operation.ColumnDefinition.column;
import static dev.migrate.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class H2DialectTests extends DialectContract {

    @Override
    protected DataSource newDatabase() {
        return TestDatabases.h2();
    }

    @Test
    void scriptMayQuoteAsH2Does() {
        script("c", "b", """
                CREATE ALIAS twice AS $$
                int twice(int a) { int b = a; return b + a; }
                $$; // one; function
                CREATE TABLE `x;y` (a int); CREATE VIEW v$a$ AS SELECT TWICE(a) AS b$a$ FROM `x;y`;
                """, "DROP VIEW v$a$; DROP TABLE `x;y`; DROP ALIAS twice;");

        migrator().upgrade(Target.heads());
        jdbc.execute("INSERT INTO `x;y` VALUES (21)");

        assertThat(jdbc.queryForObject("SELECT * FROM v$a$", Integer.class)).isEqualTo(42);
        migrator().downgrade(Target.base());
    }

    @Test
    void statementsAreNotRunAgainWhereOnlyTheBooksFailed() {
        migrator().upgrade(Target.heads());
        script(
                "c",
                "b",
                "CREATE TABLE once (a int);\nALTER TABLE \"migrate_version\" ADD CONSTRAINT shut CHECK (\"VERSION_NUM\" <> 'c');",
                "DROP TABLE once;");

        assertThatThrownBy(() -> migrator().upgrade(Target.heads()))
                .isInstanceOfSatisfying(StatementFailedException.class, failure -> assertThat(failure.details())
                        .anyMatch(detail -> detail.startsWith("Every statement of revision c took effect")));
        jdbc.execute("ALTER TABLE \"migrate_version\" DROP CONSTRAINT shut");
        migrator().upgrade(Target.heads());

        assertThat(migrator().current().ids()).containsExactly("c");
        assertThat(migrator().status().state()).isEqualTo(MigrationState.UP_TO_DATE);
    }

    @Test
    void columnTakesIndexesAndConstraintsAlong() {
        OperationHistory history = new OperationHistory(database, RunSettings.defaults());
        history.revision("one", op -> {
            op.createTable("t", t -> {
                t.column("id", integer()).notNull();
                t.column("a", integer());
                t.column("b", integer());
                t.primaryKey("id");
                t.unique("t_a_b", "a", "b");
                t.check("t_a_less", "\"a\" < \"b\"");
            });
            op.createIndex("t_i", "t", "a", "id");
        });
        history.revision("two", op -> op.dropColumn("t", "a"));
        history.revision(
                "three",
                op -> op.batch("t", t -> {
                    t.addColumn(column("c", integer()));
                    t.dropColumn("b");
                }));
        history.upgrade("three");

        Schema schema = history.inspect();
        assertThat(schema.indexes()).isEmpty();
        assertThat(schema.tables().get(0).columns()).extracting(Column::name).containsExactlyInAnyOrder("id", "c");
        assertThat(schema.tables().get(0).constraints()).hasSize(1);
    }

    @Test
    void triggersAreSeen() {
        jdbc.execute("CREATE TABLE t (a int)");
        jdbc.execute(
                "CREATE TRIGGER tr BEFORE INSERT, UPDATE ON t FOR EACH ROW CALL '" + Nothing.class.getName() + "'");

        assertThat(new OperationHistory(database, RunSettings.defaults())
                        .inspect()
                        .objects())
                .singleElement()
                .satisfies(trigger -> {
                    assertThat(trigger.title()).isEqualTo("trigger PUBLIC.TR");
                    assertThat(trigger.definition())
                            .isEqualTo("BEFORE INSERT, UPDATE ON \"PUBLIC\".\"T\" FOR EACH ROW CALL '"
                                    + Nothing.class.getName() + "'");
                });
    }

    /** A trigger that does nothing. */
    public static final class Nothing implements org.h2.api.Trigger {

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {}
    }
}
