package dev.migrate.dialect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.migrate.dialect.OperationSamples.Sample;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.Existence;
import dev.migrate.operation.LexicalRule;
import dev.migrate.operation.LexicalRules;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Types;
import dev.migrate.testing.ReferencePage;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code docs/reference/databases.md} against the dialects. */
class DatabasesReferenceTests {

    private static final int NEWEST = 18;

    private static final int OLDEST = 14;

    private static final BookTables BOOKS = new BookTables("", "migrate_version", "migrate_history");

    private final ReferencePage page = ReferencePage.read("databases.md");

    private final List<Dialect> dialects = Dialects.builtIn();

    @Test
    void columnsAreTheBuiltInDialects() {
        for (String heading : List.of("How a script is split into statements", "What a database does not have")) {
            assertThat(page.section(heading).table().get(0)).containsExactlyElementsOf(row("", Dialect::name));
        }
        assertThat(page.table().get(0)).hasSize(dialects.size() + 1);
        for (int i = 0; i < dialects.size(); i++) {
            assertThat(page.table().get(0).get(i + 1))
                    .startsWith(dialects.get(i).name() + " ");
        }
        assertThat(page.table().get(0).get(1)).isEqualTo("PostgreSQL " + OLDEST + "–" + NEWEST);
    }

    @Test
    void driversAreThoseOfTheTestsAndTheirUrlsAreKnown() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        List<String> urls = List.of("jdbc:postgresql:x", "jdbc:sqlite:x", "jdbc:h2:mem:x", "jdbc:mariadb://x/y");
        for (int i = 0; i < dialects.size(); i++) {
            String[] driver = cell("Driver", i).replace("`", "").split(":", 2);
            assertThat(pom).contains("<groupId>" + driver[0] + "</groupId>\n      <artifactId>" + driver[1] + "<");
            assertThat(new Dialects(List.of()).ofUrl(urls.get(i))).hasSameClassAs(dialects.get(i));
        }
        assertThat(page.text()).contains("`jdbc:mysql:`");
        assertThat(new Dialects(List.of()).ofUrl("jdbc:mysql:x")).hasSameClassAs(dialects.get(3));
    }

    @Test
    void transactionsSchemasAndClientsAreSaid() {
        for (int i = 0; i < dialects.size(); i++) {
            Dialect dialect = dialects.get(i);
            assertThat(cell("A revision is one transaction", i)).startsWith(dialect.transactionalDdl() ? "yes" : "no:");
            assertThat(cell("`migrate.transaction=single`", i))
                    .isEqualTo(dialect.transactionalDdl() ? "yes" : "refused");
            assertThat(cell("Schemas", i).startsWith("yes"))
                    .isEqualTo(dialect.unsupported(new CreateSchema("s", Existence.REQUIRED)) == null);
        }
        assertThat(cell("SQL that `--sql` prints is for", 0)).isEqualTo("`psql`");
        assertThat(dialects.get(0).scriptStyle().opening()).isEqualTo("\\set ON_ERROR_STOP on");
        assertThat(cell("SQL that `--sql` prints is for", 1)).isEqualTo("`sqlite3`");
        assertThat(dialects.get(1).scriptStyle().opening()).isEqualTo(".bail on");
    }

    @Test
    void locksAreTheOnesThatAreTaken() {
        assertThat(cell("The lock of a run", 0)).startsWith("advisory lock of the session");
        assertThat(dialects.get(0).takeLock(BOOKS).toString()).contains("pg_try_advisory_lock(");
        Path file = SqliteLock.file(Path.of("shop.db"));
        assertThat(cell("The lock of a run", 1))
                .contains("`" + String.valueOf(file).replace("shop.db", "<database>") + "`");
        assertThat(cell("The lock of a run", 2)).contains("`" + H2Lock.tableName(BOOKS) + "`");
        assertThat(cell("The lock of a run", 3)).startsWith("`GET_LOCK` of the session");
        assertThat(dialects.get(3).takeLock(BOOKS).toString()).contains("GET_LOCK(");
    }

    @Test
    void limitsOnWaitingAreTheOnesThatAreSet() {
        Surroundings place = new Surroundings("d", "s", true, true, true, "s");
        Timeouts timeouts = new Timeouts(Duration.ofMillis(1500), Duration.ofMillis(31_250));
        List<String> settings = dialects.stream()
                .map(dialect -> dialect.transactionSettings(timeouts, place).toString())
                .toList();

        assertThat(row("Limits on waiting", page.table()))
                .containsExactly(
                        "lock and statement",
                        "lock (`busy_timeout`)",
                        "lock and statement",
                        "lock, in whole seconds, and statement");
        assertThat(settings.get(0)).contains("lock_timeout', '1500'", "statement_timeout', '31250'");
        assertThat(settings.get(1)).contains("busy_timeout = 1500").doesNotContain("31");
        assertThat(settings.get(2)).contains("LOCK_TIMEOUT 1500", "QUERY_TIMEOUT 31250");
        for (String name :
                List.of("lock_wait_timeout = 2", "innodb_lock_wait_timeout = 2", "max_statement_time = 31")) {
            assertThat(settings.get(3)).contains(name);
            assertThat(page.section("MariaDB").text()).contains("`" + name.replaceFirst(" .*", "") + "`");
        }
    }

    @Test
    void scriptsAreSplitAsTheTableSays() {
        List<List<String>> rows =
                page.section("How a script is split into statements").table();

        assertThat(rows.subList(1, rows.size()))
                .containsExactly(
                        row("Strings", dialect -> strings(dialect.lexicalRules())),
                        row("Quoted names", dialect -> names(dialect.lexicalRules())),
                        row("Comments", dialect -> comments(dialect.lexicalRules())),
                        row("Bodies", dialect -> bodies(dialect.lexicalRules())),
                        row("Refused in a script", dialect -> refused(dialect.lexicalRules())),
                        row("Outside a transaction by itself", dialect -> alone(dialect.lexicalRules())));
    }

    @Test
    void everyMissingFeatureHasARow() {
        List<List<String>> rows = page.section("What a database does not have").table();

        assertThat(rows.subList(1, rows.size()))
                .containsExactlyElementsOf(Stream.of(Feature.values())
                        .map(feature ->
                                row(feature.missingFrom("").replaceFirst(" has no ", ""), d -> cell(feature, d)))
                        .toList());
        assertThat(rows).allSatisfy(row -> assertThat(row.subList(1, 5)).anyMatch(cell -> !cell.isEmpty()));
    }

    @Test
    void everyOperationIsRefusedExactlyWhereTheTableSaysSo() {
        for (Sample sample : OperationSamples.all()) {
            for (Operation operation : sample.up()) {
                for (Dialect dialect : dialects) {
                    Set<Feature> needed = EnumSet.copyOf(lacking(dialect, NEWEST));
                    needed.retainAll(FeatureUse.of(operation));
                    String reason = dialect.unsupported(operation);
                    if (reason == null) {
                        assertThat(needed)
                                .as("%s on %s", sample, dialect.name())
                                .isEmpty();
                        assertThat(dialect.spell(List.of(operation))).isNotEmpty();
                    } else if (!reason.equals(Feature.SCHEMAS.missingFrom(dialect.name()))) {
                        assertThat(needed)
                                .as("%s on %s", sample, dialect.name())
                                .isNotEmpty();
                    }
                }
            }
        }
    }

    @Test
    void threeThingsAreDoneInTheWayOfTheDatabase() {
        assertThat(page.read())
                .contains("a constraint that is added `NOT VALID` is checked at once")
                .contains("(on MariaDB they may write: `LOCK = NONE`)")
                .contains("SQLite keeps no comments");
        for (Dialect dialect : dialects.subList(1, 4)) {
            assertThat(spelled("create index concurrently", dialect)).doesNotContain("CONCURRENTLY");
            assertThat(spelled("add check not valid", dialect)).doesNotContain("NOT VALID");
        }
        assertThat(spelled("create index concurrently", dialects.get(3))).contains("LOCK = NONE");
        assertThat(spelled("comment on table", dialects.get(1))).isEmpty();
    }

    @Test
    void typesOfMariaDbAreNamed() {
        String types = page.section("MariaDB").read();
        for (ColumnType type :
                List.of(Types.text(), Types.binary(), Types.timestampWithZone(), Types.timestamp(), Types.real())) {
            assertThat(types).contains("`" + dialects.get(3).type(type) + "`");
        }
    }

    private String spelled(String title, Dialect dialect) {
        Sample sample = OperationSamples.all().stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow();
        StringBuilder sql = new StringBuilder();
        for (Wording wording : dialect.spell(sample.up())) {
            sql.append(wording instanceof Wording.Statements statements ? String.join(";", statements.sql()) : wording);
        }
        return sql.toString();
    }

    private static String strings(LexicalRules rules) {
        return rules.has(LexicalRule.BACKSLASH_ESCAPES)
                ? "`'…'` and `\"…\"`, with backslashes"
                : "`'…'`"
                        + when(rules, LexicalRule.ESCAPE_STRINGS, ", `E'…'`")
                        + when(rules, LexicalRule.DOLLAR_TAGS, ", `$$…$$`, `$tag$…$tag$`")
                        + when(rules, LexicalRule.DOLLAR_QUOTES, ", `$$…$$`");
    }

    private static String names(LexicalRules rules) {
        String double_ = rules.has(LexicalRule.BACKSLASH_ESCAPES) ? "" : ", `\"…\"`";
        return (double_
                        + when(rules, LexicalRule.BACKQUOTED_NAMES, ", `` `…` ``")
                        + when(rules, LexicalRule.BRACKETED_NAMES, ", `[…]`"))
                .substring(2);
    }

    private static String comments(LexicalRules rules) {
        return (rules.has(LexicalRule.BLANK_BEHIND_DASHES) ? "`-- ` with the blank" : "`--`")
                + when(rules, LexicalRule.HASH_COMMENTS, ", `#`")
                + when(rules, LexicalRule.SLASH_COMMENTS, ", `//`")
                + ", `/* … */`"
                + when(rules, LexicalRule.NESTED_COMMENTS, " with others inside")
                + when(rules, LexicalRule.EXECUTED_COMMENTS, "; `/*! … */` is SQL");
    }

    private static String bodies(LexicalRules rules) {
        return when(rules, LexicalRule.POSTGRESQL_STATEMENTS, "routines: `BEGIN ATOMIC … END`")
                + when(rules, LexicalRule.TRIGGER_BODIES, "triggers: `BEGIN … END`")
                + when(rules, LexicalRule.ROUTINE_BODIES, "routines, triggers, events: `BEGIN … END`");
    }

    private static String refused(LexicalRules rules) {
        return when(rules, LexicalRule.POSTGRESQL_STATEMENTS, "commands of psql, `COPY` with the client")
                + when(rules, LexicalRule.DELIMITER_COMMAND, "`DELIMITER`, which is not needed");
    }

    private static String alone(LexicalRules rules) {
        return when(rules, LexicalRule.POSTGRESQL_STATEMENTS, "what PostgreSQL refuses in one")
                + when(rules, LexicalRule.VACUUM_ALONE, "`VACUUM`");
    }

    private static String when(LexicalRules rules, LexicalRule rule, String text) {
        return rules.has(rule) ? text : "";
    }

    private static String cell(Feature feature, Dialect dialect) {
        if (!lacking(dialect, OLDEST).contains(feature)) {
            return "";
        }
        for (int version = OLDEST; version <= NEWEST; version++) {
            if (!lacking(dialect, version).contains(feature)) {
                return "before " + version;
            }
        }
        return "refused";
    }

    private static Set<Feature> lacking(Dialect dialect, int version) {
        return dialect instanceof SpelledDialect spelled ? spelled.lacking() : new PostgresSpelling(version).lacking();
    }

    private List<String> row(String label, Function<Dialect, String> cell) {
        List<String> row = new ArrayList<>(List.of(label));
        dialects.forEach(dialect -> row.add(cell.apply(dialect)));
        return row;
    }

    private static List<String> row(String label, List<List<String>> rows) {
        return rows.stream()
                .filter(row -> row.get(0).equals(label))
                .map(row -> row.subList(1, row.size()))
                .findFirst()
                .orElseThrow();
    }

    private String cell(String label, int dialect) {
        return row(label, page.table()).get(dialect);
    }
}
