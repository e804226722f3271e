package dev.migrate.test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.migrate.error.MigrateException;

import static dev.migrate.test.MigrationAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@MigrationTest(properties = "migrate.locations=classpath:revisions/calls")
class MigrationHarnessTests {

    private static final String CREATED = "26a6cb1543c8";

    private static final String WITH_STATUS = "7fa95b5a0eb7";

    private static final Map<String, Object> CALL = Map.of("caller", "Ada");

    @Test
    void rowsAreCarriedThroughARevisionAndBack(MigrationHarness database) {
        database.upgradeTo(CREATED);
        Map<String, ?> row = database.insert("calls", Map.of("caller", "Ada", "details", "{\"a\": 1}", "id", 7));
        assertThat(row.get("id")).isEqualTo(7L);
        assertThat(row.get("started_at")).isNotNull();

        assertThat(database.upgradeTo(WITH_STATUS)).ran(WITH_STATUS).tookAtMost(Duration.ofMinutes(1));
        database.assertThatTable("calls")
                .hasRows(1)
                .hasRow(Map.of("caller", "Ada", "status", "old", "details", "{\"a\":1}"));
        SchemaPicture above = database.schema();

        assertThat(database.downgradeTo("-1")).ran(WITH_STATUS);
        database.assertThatTable("public.calls").hasRow(CALL).hasNoColumn("status");

        database.upgradeTo("heads");
        assertThat(database.schema()).isEqualTo(above);
    }

    @Test
    void everyTestHasADatabaseOfItsOwn(MigrationHarness database) {
        database.upgradeTo(CREATED);
        database.assertThatTable("calls").hasRows(0);
        database.insert("calls", Map.of("caller", "Ada", "started_at", Instant.EPOCH));
        database.assertThatTable("calls").hasRow(Map.of("started_at", "1970-01-01T00:00:00Z"));
    }

    @Test
    void tableIsAsTheRevisionMakesIt(MigrationHarness database) {
        database.assertThatTable("calls").doesNotExist();
        database.upgradeTo("heads");
        database.assertThatTable("calls")
                .exists()
                .hasColumn("caller")
                .hasColumn("status", "text not null default 'new'::text")
                .hasIndex("ix_calls_status")
                .hasIndex(
                        "ix_calls_status",
                        "CREATE INDEX ix_calls_status ON public.calls USING btree (status) INCLUDE (caller)")
                .hasNoIndex("ix_calls_caller")
                .hasConstraint("ck_calls_status", "CHECK ((status = ANY (ARRAY['new'::text, 'old'::text])))")
                .hasNoConstraint("ck_calls_caller")
                .accepts(CALL)
                .refuses(Map.of("caller", "Ada", "status", "lost"), "ck_calls_status")
                .refuses(Map.of("status", "new"), "caller")
                .hasRows(0);
    }

    @Test
    void failedAssertionsSayWhatIsThere(MigrationHarness database) {
        database.upgradeTo("heads");
        database.insert("calls", Map.of("caller", "Ada", "started_at", "2026-01-01", "id", 100));

        assertThatThrownBy(() -> database.assertThatTable("cals").exists())
                .hasMessage("There is no table cals, but these:%n  public.calls".formatted());
        assertThatThrownBy(() -> database.assertThatTable("calls").hasColumn("state"))
                .hasMessageStartingWith(
                        "Table calls has no column state, but these:%n  caller: text not null".formatted());
        assertThatThrownBy(() -> database.assertThatTable("calls").hasColumn("status", "text"))
                .hasMessage("""
                        The column status of table calls is not as expected:%n  expected: text%n  but was:  text not null default\
                         'new'::text""".formatted());
        assertThatThrownBy(() -> database.assertThatTable("calls").hasNoIndex("ix_calls_status"))
                .hasMessageContaining("although it should not");
        assertThatThrownBy(() -> database.assertThatTable("calls").hasRow(Map.of("caller", "Bob")))
                .hasMessageStartingWith(
                        "Table calls has no row with {caller=Bob}, but these:%n  {id=100, ".formatted());
        assertThatThrownBy(() -> database.assertThatTable("calls").refuses(CALL, "ck_calls_status"))
                .hasMessageStartingWith("Table calls takes the row {caller=Ada}, which ck_calls_status should refuse.")
                .hasMessageContaining("ck_calls_status: CHECK");
        assertThatThrownBy(() -> database.assertThatTable("calls").refuses(Map.of(), "ck_calls_status"))
                .hasMessageContaining("but not because of ck_calls_status");
        assertThatThrownBy(() -> database.insert("calls", Map.of()))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("null value in column \"caller\"");
    }

    @Test
    void queriesUseTheirIndex(MigrationHarness database) {
        database.upgradeTo("heads");

        database.assertThatQuery("SELECT * FROM calls WHERE status = ?", "new").usesIndex("ix_calls_status");
        database.assertThatQuery("SELECT caller FROM calls WHERE status = 'new'")
                .usesIndexOnly("ix_calls_status");
        assertThatThrownBy(() -> database.assertThatQuery("SELECT id FROM calls WHERE status = 'new'")
                        .usesIndexOnly("ix_calls_status"))
                .hasMessageStartingWith("The query does not use the index ix_calls_status alone:");
        assertThatThrownBy(() -> database.assertThatQuery("SELECT * FROM calls WHERE caller = 'Ada'")
                        .usesIndex("ix_calls_status"))
                .hasMessageContaining("Its plan:%n  Seq Scan on calls".formatted());
        assertThatThrownBy(() ->
                        database.assertThatQuery("SELECT nothing FROM calls").usesIndex("ix_calls_status"))
                .hasMessageStartingWith("The query cannot be planned: ERROR: column \"nothing\" does not exist");
    }

    @Test
    void budgetThatIsExceededShowsTheSteps(MigrationHarness database) {
        assertThatThrownBy(() -> assertThat(database.upgradeTo("heads")).tookAtMost(Duration.ZERO))
                .hasMessageMatching("(?s)The run took \\d+ ms, where its budget is 0 ms:\\R"
                        + "  26a6cb1543c8 \\(Create calls\\) in \\d+ ms\\R  7fa95b5a0eb7 .*");
        assertThatThrownBy(() -> assertThat(database.upgradeTo("heads")).ran(CREATED))
                .hasMessageEndingWith("but was:%n  nothing".formatted());
    }

    @Test
    void failedRunsSayWhatToDo(MigrationHarness database) {
        database.upgradeTo(CREATED);
        database.jdbc().sql("ALTER TABLE calls ADD status int").update();

        assertThatThrownBy(() -> database.upgradeTo(WITH_STATUS))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "The upgrade to 7fa95b5a0eb7 fails: column \"status\" of relation \"calls\" already"
                                + " exists\n  at revisions/calls/add_status.sql:6, statement 1 of 5\n")
                .hasMessageContaining("\nTo do: ")
                .hasCauseInstanceOf(MigrateException.class);
        assertThatThrownBy(() -> database.downgradeTo("nowhere"))
                .hasMessageStartingWith("The downgrade to nowhere fails: ");
    }
}
