package dev.migrate.lint;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.lint.rule.Finding;
import dev.migrate.lint.rule.Findings;
import dev.migrate.lint.rule.LintRule;
import dev.migrate.lint.rule.LintedStatement;
import dev.migrate.lint.rule.RuleInfo;
import dev.migrate.lint.rule.ServerFacts;
import dev.migrate.lint.rule.Severity;
import dev.migrate.lint.rule.Thresholds;
import dev.migrate.operation.LexicalRules;
import dev.migrate.operation.Operations;
import dev.migrate.schema.ObjectName;
import dev.migrate.script.InvalidScriptsException;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionClass;
import dev.migrate.script.RevisionHeader;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptLoader;

import static dev.migrate.operation.ColumnDefinition.column;
import static dev.migrate.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class LinterTests {

    private static final String DOWN = "\n-- migrate:irreversible test\n";

    private final Path folder;

    LinterTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aFindingSaysWhereWhatAndHowElse() {
        LintReport report =
                lint("-- migrate:upgrade\n\nALTER TABLE orders\n    ADD CONSTRAINT c CHECK (amount > 0);" + DOWN);
        assertThat(report.revisions()).containsExactly(LintedTexts.REVISION);
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("constraint-missing-not-valid");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.place().toString()).endsWith("2_change.sql:7");
            assertThat(finding.message())
                    .isEqualTo(
                            "ACCESS EXCLUSIVE on orders while it is read whole: nobody reads or writes it meanwhile");
            assertThat(finding.rewrite())
                    .containsExactly(
                            "ALTER TABLE orders\n    ADD CONSTRAINT c CHECK (amount > 0) NOT VALID",
                            "-- in a later revision",
                            "ALTER TABLE orders VALIDATE CONSTRAINT c");
        });
    }

    @Test
    void anAllowanceSilencesItsRuleForTheNextStatementOnly() {
        LintReport report = lint("""
                -- migrate:upgrade
                -- migrate:allow ban-drop-column nobody ever wrote to it
                ALTER TABLE orders DROP COLUMN plain;
                ALTER TABLE orders DROP COLUMN feeling;
                """ + DOWN);
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("ban-drop-column");
            assertThat(finding.message()).contains("feeling");
        });
    }

    @Test
    void anAllowanceOfARevisionsRuleCountsForTheRevision() {
        assertThat(lint("""
                -- migrate:upgrade
                -- migrate:allow irreversible an experiment
                ANALYZE orders;
                """).findings()).isEmpty();
    }

    @Test
    void anAllowanceWithoutEffectIsAFinding() {
        LintReport report = lint("""
                -- migrate:upgrade
                -- migrate:allow ban-drop-column it is not there
                -- migrate:allow ban-drop-colum a typing mistake
                -- migrate:allow prefer-bigint-over-int nobody asks this rule
                ANALYZE orders;
                """ + DOWN);
        assertThat(report.findings())
                .extracting(Finding::rule, Finding::message)
                .containsExactly(
                        tuple("allow-without-effect", "ban-drop-column has nothing to say here: remove the allowance"),
                        tuple(
                                "allow-without-effect",
                                "There is no rule ban-drop-colum; did you mean ban-drop-column?"));
    }

    @Test
    void anAllowanceNeedsAReasonAndAStatement() {
        assertThatThrownBy(() -> lint("""
                -- migrate:upgrade
                -- migrate:allow ban-drop-column
                ALTER TABLE orders DROP COLUMN plain;
                -- migrate:allow ban-drop-column it was never used
                """ + DOWN))
                .isInstanceOfSatisfying(InvalidScriptsException.class, failure -> assertThat(
                                failure.details().toString())
                        .contains("2_change.sql:6", "does not say why")
                        .contains("2_change.sql:8", "No statement follows"));
    }

    @Test
    void anAllowanceStandsBeforeItsStatement() {
        assertThatThrownBy(() -> lint("""
                -- migrate:upgrade
                ALTER TABLE orders -- migrate:allow ban-drop-column it was never used
                    DROP COLUMN plain;
                """ + DOWN))
                .isInstanceOfSatisfying(InvalidScriptsException.class, failure -> assertThat(
                                failure.details().toString())
                        .contains("2_change.sql:6", "stands inside a statement"));
    }

    @Test
    void smallTablesAreLeftAlone() {
        ScriptDirectory scripts = directory("-- migrate:upgrade\nCREATE INDEX i ON orders (amount);" + DOWN);
        assertThat(LintedTexts.lint(scripts, LintSettings.off(), rows(999)).findings())
                .isEmpty();
        assertThat(LintedTexts.lint(scripts, LintSettings.off(), rows(1_000)).findings())
                .extracting(Finding::rule)
                .containsExactly("require-concurrent-index-creation");
    }

    @Test
    void rulesCanBeSwitchedOnAndOff() {
        ScriptDirectory scripts = directory("-- migrate:upgrade\nALTER TABLE orders ADD COLUMN x integer;"
                + " ALTER TABLE orders DROP COLUMN plain;" + DOWN);
        LintSettings settings = new LintSettings(
                LintMode.OFF, Set.of("prefer-bigint-over-int"), Set.of("ban-drop-column"), Thresholds.usual(), null);
        assertThat(LintedTexts.lint(scripts, settings, ServerFacts.unknown()).findings())
                .extracting(Finding::rule)
                .containsExactly("prefer-bigint-over-int");
    }

    @Test
    void theConfiguredVersionComesBeforeTheServers() {
        ScriptDirectory scripts = directory("-- migrate:upgrade\nALTER TABLE orders ALTER plain SET NOT NULL;" + DOWN);
        LintSettings settings = new LintSettings(LintMode.OFF, Set.of(), Set.of(), Thresholds.usual(), 17);
        assertThat(LintedTexts.lint(scripts, settings, ServerFacts.unknown())
                        .findings()
                        .get(0)
                        .rewrite())
                .contains("ALTER TABLE orders DROP CONSTRAINT orders_plain_check");
    }

    @Test
    void anApplicationsRuleIsAskedToo() {
        ScriptDirectory scripts = directory("-- migrate:upgrade\nANALYZE orders;" + DOWN);
        LintReport report = new Linter(LintSettings.off(), List.of(new NoAnalyze()))
                .lint(scripts, List.of(LintedTexts.REVISION), ServerFacts.unknown());
        assertThat(report.findings()).extracting(Finding::rule).containsExactly("no-analyze");
        assertThat(report.hasErrors()).isTrue();
    }

    @Test
    void javaRevisionsAreReadInTheWordsOfPostgres() {
        ScriptDirectory scripts = new ScriptLoader(LinterTests.class.getClassLoader())
                .find(List.of(), List.of(new RevisionClass(AddRank.class, AddRank::new)))
                .directory(LexicalRules.postgresql());
        LintReport report =
                new Linter(LintSettings.off(), List.of()).lint(scripts, List.of("cccccccccccc"), ServerFacts.unknown());
        assertThat(report.findings())
                .extracting(Finding::rule, finding -> finding.place().statement())
                .containsExactly(
                        tuple("require-concurrent-index-creation", 3),
                        tuple("statements-after-access-exclusive", 3),
                        tuple("unrecognized-statement", 4));
        int index = report.findings().get(0).place().line();
        assertThat(index).isPositive();
        assertThat(report.findings())
                .extracting(finding -> finding.place().toString())
                .containsExactly(at(index), at(index), at(index + 1));
    }

    private static String at(int line) {
        return AddRank.class.getName() + ":" + line;
    }

    @Test
    void aJavaRevisionThatUsesEntitiesIsFound() {
        ScriptDirectory scripts = new ScriptLoader(LinterTests.class.getClassLoader())
                .find(List.of(), List.of(new RevisionClass(UsesEntities.class, UsesEntities::new)))
                .directory(LexicalRules.postgresql());
        LintReport report =
                new Linter(LintSettings.off(), List.of()).lint(scripts, List.of("dddddddddddd"), ServerFacts.unknown());
        assertThat(report.findings()).singleElement().satisfies(finding -> assertThat(finding.message())
                .startsWith(Person.class.getName()));
    }

    private ServerFacts rows(long count) {
        return new ServerFacts(18, -1, Map.of(ObjectName.of("orders"), count));
    }

    private ScriptDirectory directory(String sections) {
        return LintedTexts.directory(folder, "", sections);
    }

    private LintReport lint(String sections) {
        return LintedTexts.lint(directory(sections), LintSettings.off(), ServerFacts.unknown());
    }

    private static final class NoAnalyze implements LintRule {

        @Override
        public RuleInfo info() {
            return new RuleInfo("no-analyze", Severity.ERROR, "Autovacuum does it.");
        }

        @Override
        public void look(LintedStatement statement, Findings findings) {
            if (statement.source().sql().startsWith("ANALYZE")) {
                findings.add("Autovacuum does it");
            }
        }
    }

    @Entity
    static final class Person {

        @Id
        long id;
    }

    @RevisionHeader(id = "dddddddddddd", message = "Use entities")
    static final class UsesEntities implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.allow("unrecognized-statement", "test");
            op.run(jdbc -> jdbc.sql("SELECT id FROM person").query(Person.class).list());
        }

        @Override
        public void downgrade(Operations op) {}
    }

    @RevisionHeader(id = "cccccccccccc", message = "Add rank", irreversible = "test")
    static final class AddRank implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.addColumn("users", column("rank", integer()));
            op.allow("ban-drop-column", "it was never used");
            op.dropColumn("users", "nick");
            op.createIndex("users_rank", "users", "rank");
            op.run(jdbc -> {});
        }
    }
}
