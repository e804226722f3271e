package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.autogenerate.OnlineStep.Kind;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.Wording;
import dev.migrate.lint.LintSettings;
import dev.migrate.lint.Linter;
import dev.migrate.lint.rule.ServerFacts;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.SetColumnNullability;
import dev.migrate.revision.Revision;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.UniqueKey;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptBody;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptHeader;
import dev.migrate.script.ScriptKind;
import dev.migrate.script.ScriptOrigin;
import dev.migrate.script.Section;
import dev.migrate.testing.TestDatabases;

import static dev.migrate.operation.ColumnDefinition.column;
import static dev.migrate.schema.Types.integer;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class OnlineFormTests {

    private static final List<String> BEFORE = List.of(
            "CREATE TABLE users (id integer PRIMARY KEY)",
            "CREATE TABLE orders (id integer PRIMARY KEY, user_id integer, code text, note text, \"Old\" text)",
            "CREATE INDEX orders_user ON orders (user_id)");

    private static final Proposal CHANGE = new Proposal(operations(), List.of("look first"), List.of());

    @Test
    void indexesStandAloneAndWhatIsDroppedComesLast() {
        assertThat(OnlineStep.of(CHANGE, RevisionForm.ONLINE))
                .extracting(OnlineStep::kind)
                .containsExactly(Kind.EXPAND, Kind.INDEX, Kind.INDEX, Kind.VALIDATE, Kind.FINISH, Kind.CONTRACT);
        assertThat(OnlineStep.of(CHANGE, RevisionForm.AT_ONCE)).hasSize(1);
    }

    @Test
    void lintHasNothingAgainstIt() {
        List<RevisionScript> scripts = new ArrayList<>();
        scripts.add(script("r0", List.of(), List.of(), statements(BEFORE)));
        for (OnlineStep step : OnlineStep.of(CHANGE, RevisionForm.ONLINE)) {
            List<String> labels = step.kind() == Kind.CONTRACT ? List.of("contract.x") : List.of();
            String parent = scripts.get(scripts.size() - 1).id();
            scripts.add(script(
                    "r" + scripts.size(),
                    List.of(parent),
                    labels,
                    step.proposal().operations()));
        }
        List<String> ids = scripts.stream().skip(1).map(RevisionScript::id).toList();
        assertThat(new Linter(LintSettings.off(), List.of())
                        .lint(ScriptDirectory.of(scripts), ids, ServerFacts.unknown())
                        .errors())
                .isEmpty();
    }

    @Test
    void itLeadsToTheSameSchema() {
        DataSource atOnce = TestDatabases.postgres();
        DataSource online = TestDatabases.postgres();
        TestDatabases.execute(atOnce, BEFORE.toArray(String[]::new));
        TestDatabases.execute(online, BEFORE.toArray(String[]::new));
        run(atOnce, RevisionForm.AT_ONCE);
        run(online, RevisionForm.ONLINE);
        assertThat(constraints(online)).isEqualTo(constraints(atOnce));
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>(Operations.record(op -> {
            op.addColumn("orders", column("rank", integer()));
            op.createIndex("orders_code_idx", "orders", "code");
            op.addCheck("orders_rank_check", "orders", "rank > 0");
            op.addForeignKey(
                    "orders_user_fk", "orders", fk -> fk.columns("user_id").references("users", "id"));
            op.dropColumn("orders", "Old");
        }));
        ObjectName orders = ObjectName.of("orders");
        operations.add(2, new SetColumnNullability(orders, "note", false));
        operations.add(3, new AddConstraint(orders, UniqueKey.of("orders_code_key", List.of("code"))));
        return operations;
    }

    private static void run(DataSource database, RevisionForm form) {
        for (OnlineStep step : OnlineStep.of(CHANGE, form)) {
            requireNonNull(new Dialects(List.of()).ofUrl("jdbc:postgresql:"))
                    .spell(step.proposal().operations())
                    .forEach(wording -> TestDatabases.execute(
                            database, ((Wording.Statements) wording).sql().toArray(String[]::new)));
        }
    }

    private static List<String> constraints(DataSource database) {
        return JdbcClient.create(database)
                .sql("SELECT conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated FROM pg_constraint"
                        + " WHERE connamespace = 'public'::regnamespace UNION ALL SELECT indexdef || ' ' || indisvalid"
                        + " FROM pg_indexes JOIN pg_index ON indexrelid = indexname::regclass WHERE schemaname = 'public'"
                        + " UNION ALL SELECT attname || attnotnull FROM pg_attribute WHERE attrelid = 'orders'::regclass"
                        + " AND attnum > 0 ORDER BY 1")
                .query(String.class)
                .list();
    }

    private static List<Operation> statements(List<String> sql) {
        List<Operation> operations = new ArrayList<>();
        sql.forEach(one -> operations.add(new ExecuteSql(one, 1)));
        return operations;
    }

    private static RevisionScript script(
            String id, List<String> parents, List<String> labels, List<Operation> operations) {
        return new RevisionScript(
                new ScriptHeader(
                        new Revision(id, parents, List.of(), labels, "Test"),
                        new ScriptOrigin(id + ".sql", 1, null),
                        ScriptKind.SQL),
                new ScriptBody(
                        new Section(operations, operations.stream().allMatch(Operation::transactional)),
                        new Section(List.of(), true),
                        null,
                        ""));
    }
}
