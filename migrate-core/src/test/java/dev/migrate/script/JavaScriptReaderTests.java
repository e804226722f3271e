package dev.migrate.script;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.LexicalRules;
import dev.migrate.operation.Operation;
import dev.migrate.revision.Revision;
import dev.migrate.script.ReadRevisions.AddTwoColumns;
import dev.migrate.script.ReadRevisions.BadCreated;
import dev.migrate.script.ReadRevisions.BadHeader;
import dev.migrate.script.ReadRevisions.Concurrently;
import dev.migrate.script.ReadRevisions.EverythingSaid;
import dev.migrate.script.ReadRevisions.Failing;
import dev.migrate.script.ReadRevisions.ForbiddenSql;
import dev.migrate.script.ReadRevisions.HeaderOnly;
import dev.migrate.script.ReadRevisions.Irreversible;
import dev.migrate.script.ReadRevisions.IrreversibleWithDowngrade;
import dev.migrate.script.ReadRevisions.Late;
import dev.migrate.script.ReadRevisions.Mixture;
import dev.migrate.script.ReadRevisions.NoHeader;
import dev.migrate.script.ReadRevisions.NotReversible;
import dev.migrate.script.ReadRevisions.Orphan;
import dev.migrate.script.ReadRevisions.ReverseAndMore;
import dev.migrate.script.ReadRevisions.Statements;
import dev.migrate.script.ReadRevisions.Vacuum;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JavaScriptReaderTests {

    @Test
    void theAnnotationIsTheHeader() {
        RevisionScript script = read(new EverythingSaid());

        assertThat(script.revision())
                .isEqualTo(new Revision("b1", List.of("a1", "a2"), List.of("core"), List.of("audio"), "Add audio"));
        assertThat(script.kind()).isEqualTo(ScriptKind.JAVA);
        assertThat(script.path()).isEqualTo(EverythingSaid.class.getName());
        assertThat(script.file()).isNull();
        assertThat(script.created()).isEqualTo(Instant.parse("2026-01-28T14:30:00Z"));
        assertThat(script.description()).isEqualTo("First line.\nSecond line.");
        assertThat(script.upgrade()).isEqualTo(new Section(List.of(), true));
        assertThat(script.downgrade()).isEqualTo(new Section(List.of(), true));
    }

    @Test
    void downgradeThatIsLeftOutIsTheReverseOfTheUpgrade() {
        RevisionScript script = read(new AddTwoColumns());

        assertThat(downgrade(script)).hasExactlyElementsOfTypes(DropColumn.class, DropColumn.class);
        assertThat(downgrade(script))
                .extracting(Operation::describe)
                .containsExactly("drop column segment.stop", "drop column segment.start");
    }

    @Test
    void downgradeMayAddToTheReverse() {
        RevisionScript script = read(new ReverseAndMore());

        assertThat(downgrade(script))
                .extracting(Operation::describe)
                .containsExactly("execute SELECT 1", "drop column segment.start", "execute SELECT 2");
    }

    @Test
    void downgradeThatIsWrittenAndEmptyDoesNothing() {
        assertThat(downgrade(read(new EverythingSaid()))).isEmpty();
    }

    @Test
    void operationsWithoutReverseAreNamed() {
        assertThat(problems(new NotReversible())).singleElement().satisfies(problem -> {
            assertThat(problem.toString())
                    .isEqualTo(NotReversible.class.getName()
                            + ": The downgrade is left out, and this cannot be reversed: drop column segment.start;"
                            + " execute UPDATE segment SET stop = 0");
            assertThat(problem.hint()).contains("Write downgrade(…)").contains("irreversible");
        });
    }

    @Test
    void irreversibleRevisionNeedsNoReverse() {
        RevisionScript script = read(new Irreversible());

        assertThat(script.downgrade()).isNull();
        assertThat(script.irreversible()).isEqualTo("The numbers are gone");
    }

    @Test
    void irreversibleRevisionHasNoDowngrade() {
        assertThat(messages(new IrreversibleWithDowngrade()))
                .containsExactly("A revision has either a downgrade or is irreversible");
    }

    @Test
    void sqlIsTakenApartIntoStatements() {
        RevisionScript script = read(new Statements());

        assertThat(script.upgrade().operations())
                .containsExactly(
                        new ExecuteSql("INSERT INTO a VALUES (';')", 0),
                        new ExecuteSql("UPDATE a SET b = 1 -- not the end;\nWHERE c", 0));
        assertThat(script.upgrade().operations())
                .extracting(Operation::transactional)
                .containsOnly(true);
    }

    @Test
    void sqlThatCannotBeRunIsReported() {
        assertThat(messages(new ForbiddenSql()))
                .containsExactly(
                        "upgrade, execute BEGIN; INSERT INTO a VALUES (1); COMMIT;: BEGIN cannot be run",
                        "upgrade, execute BEGIN; INSERT INTO a VALUES (1); COMMIT;: COMMIT cannot be run",
                        "upgrade, execute \\copy a from b: psql commands cannot be run",
                        "upgrade, execute SELECT 'a: The string that opens here is never closed",
                        "upgrade, execute -- nothing: there is no statement in it",
                        "upgrade, execute SELECT 1: a section marker means nothing here");
    }

    @Test
    void operationsThatNeedNoTransactionStandAlone() {
        RevisionScript script = read(new Concurrently());

        assertThat(script.upgrade().transactional()).isFalse();
        assertThat(script.downgrade())
                .isNotNull()
                .extracting(Section::transactional)
                .isEqualTo(false);
        assertThat(read(new Vacuum()).upgrade().transactional()).isFalse();
    }

    @Test
    void mixtureWithOthersIsReported() {
        assertThat(messages(new Mixture()))
                .containsExactly("upgrade, create index i on a: the database refuses it in a transaction, and other"
                        + " operations of the revision need one");
    }

    @Test
    void whatTheBodyThrowsIsReportedWithItsLine() {
        assertThat(problems(new Failing())).singleElement().satisfies(problem -> {
            assertThat(problem.message())
                    .isEqualTo("upgrade failed while it was recorded: java.lang.IllegalStateException: no bean");
            assertThat(problem.line()).isPositive();
            assertThat(problem.hint()).contains("op.run");
        });
    }

    @Test
    void everyProblemOfTheHeaderIsReported() {
        assertThat(messages(new BadHeader()))
                .containsExactly(
                        "The message holds line breaks or control characters",
                        "`a-1` cannot be used in `revises`",
                        "`labels` names x twice",
                        "`not good` cannot be used in `id`");
        assertThat(messages(new BadCreated()))
                .containsExactly("The header has no message", "`created` is not an instant");
    }

    @Test
    void classWithoutHeaderIsReported() {
        assertThat(messages(new NoHeader())).containsExactly("The class has no @RevisionHeader");
    }

    @Test
    void classThatIsNoRevisionIsReported() {
        RevisionClass found = new RevisionClass(HeaderOnly.class, HeaderOnly::new);

        assertThat(new JavaScriptReader(LexicalRules.postgresql()).read(found).problems())
                .extracting(ScriptProblem::message)
                .containsExactly("The class does not implement JavaRevision");
    }

    @Test
    void instanceThatCannotBeMadeIsReported() {
        Supplier<Object> broken = () -> {
            throw new IllegalStateException("outer", new IllegalArgumentException("no such bean"));
        };

        assertThat(new JavaScriptReader(LexicalRules.postgresql())
                        .read(new RevisionClass(AddTwoColumns.class, broken))
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message())
                            .isEqualTo("No instance can be made: java.lang.IllegalArgumentException: no such bean");
                    assertThat(problem.hint()).contains("constructor");
                });
    }

    @Test
    void operationThatComesTooLateIsRefused() {
        Late late = new Late();
        read(late);

        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> late.kept().dropTable("a"))
                .withMessageContaining("after the revision had been recorded: drop table a");
    }

    @Test
    void javaAndSqlAreOneGraph() {
        ScriptDirectory directory = new ScriptLoader(getClass().getClassLoader())
                .load(
                        List.of(),
                        List.of(
                                RevisionClass.of(new AddTwoColumns()),
                                RevisionClass.of(new Vacuum()),
                                RevisionClass.of(new AddTwoColumns())));

        assertThat(directory.graph().heads()).containsExactly("c2");
        assertThat(directory.scripts()).hasSize(2);
        assertThat(directory.nodeHash("c2")).hasSize(64).isNotEqualTo(directory.nodeHash("c1"));
    }

    @Test
    void allProblemsComeInOneReport() {
        InvalidScriptsException failure = catchThrowableOfType(
                InvalidScriptsException.class, () -> new ScriptLoader(getClass().getClassLoader())
                        .load(
                                List.of(),
                                List.of(
                                        RevisionClass.of(new Vacuum()),
                                        RevisionClass.of(new NoHeader()),
                                        RevisionClass.of(new BadCreated()),
                                        RevisionClass.of(new Orphan()))));

        assertThat(failure.problems())
                .extracting(ScriptProblem::path)
                .containsExactly(
                        BadCreated.class.getName(),
                        BadCreated.class.getName(),
                        NoHeader.class.getName(),
                        Orphan.class.getName());
        assertThat(failure.details()).anyMatch(line -> line.contains("Revision d9 referenced from d1 is not present"));
    }

    private static RevisionScript read(JavaRevision revision) {
        ParsedScript parsed = new JavaScriptReader(LexicalRules.postgresql()).read(RevisionClass.of(revision));
        assertThat(parsed.problems()).isEmpty();
        RevisionScript script = parsed.script();
        assertThat(script).isNotNull();
        return requireNonNull(script);
    }

    private static List<Operation> downgrade(RevisionScript script) {
        return requireNonNull(script.downgrade()).operations();
    }

    private static List<ScriptProblem> problems(JavaRevision revision) {
        ParsedScript parsed = new JavaScriptReader(LexicalRules.postgresql()).read(RevisionClass.of(revision));
        assertThat(parsed.script()).isNull();
        return parsed.problems();
    }

    private static List<String> messages(JavaRevision revision) {
        return problems(revision).stream().map(ScriptProblem::message).toList();
    }
}
