package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.operation.LexicalRules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class StatementSplitterTests {

    @Test
    void semicolonsEndStatements() {
        assertThat(split("CREATE TABLE a (id int);\nDROP TABLE b;"))
                .containsExactly("CREATE TABLE a (id int)", "DROP TABLE b");
    }

    @Test
    void lastStatementNeedsNoSemicolon() {
        assertThat(split("SELECT 1; SELECT 2")).containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void emptyStatementsAreSkipped() {
        assertThat(split(";;\n ; -- nothing\n /* nothing */ ; SELECT 1;;")).containsExactly("SELECT 1");
    }

    @Test
    void commentsAroundStatementsAreDroppedAndThoseInsideStay() {
        assertThat(split("-- before\n/* before */ SELECT /* in; side */ 1 -- in; side\n + 1 -- behind\n; -- behind"))
                .containsExactly("SELECT /* in; side */ 1 -- in; side\n + 1");
    }

    @Test
    void statementStartsOnTheLineOfItsFirstToken() {
        List<Statement> statements =
                statements("-- a\n\n/* b\n c */ SELECT 'x\ny';\n\nSELECT $$\n\n$$; SELECT 3;", new Problems("x"));

        assertThat(statements)
                .extracting(statement -> statement.operation().line())
                .containsExactly(4, 7, 9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;b'",
                "SELECT 'it''s; fine'",
                "SELECT 'back\\'",
                "SELECT E'it\\'s; fine\\\\'",
                "SELECT e'a''b\\';'",
                "SELECT E'a' -- c\n  'b\\';'",
                "SELECT U&'\\0041;''x'",
                "SELECT U&\"d\\0061t;a\" FROM t",
                "SELECT B'1', X'1F', N'n;'",
                "SELECT \"a;\"\"b\" FROM \"c;\"",
                "SELECT $$a;b'$$",
                "SELECT $tag$a;$$;$other$;'$tag$",
                "SELECT $_1$;$_1$",
                "SELECT $ä$;$ä$",
                "SELECT a$b$ FROM c$b$",
                "SELECT $1, 1$$;$$",
                "SELECT /* a; /* b; */ c; */ 1",
                "SELECT 1 -- it's;\n + 2",
                "SELECT '--', '/*', ';', \"--\", $$/*$$",
                "SELECT 5 -/* ; */ 3",
                "SELECT a.\"b\"';'",
                "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (1); DELETE FROM b)",
                "DO $do$ BEGIN PERFORM 1; END $do$",
                "CREATE FUNCTION f() RETURNS int AS $$ BEGIN RETURN 1; END $$ LANGUAGE plpgsql",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
                "CREATE OR REPLACE FUNCTION s.f(a int DEFAULT 1) RETURNS int LANGUAGE sql BEGIN ATOMIC "
                        + "SELECT CASE WHEN a > 0 THEN CASE a WHEN 1 THEN 2 END ELSE 3 END; SELECT (CASE WHEN true THEN 1 END); END",
                "create procedure p() begin /* x */ atomic insert into t values (1); end",
                "CREATE PROCEDURE p() BEGIN ATOMIC SELECT t.end, t.case, 1 AS end FROM t; SELECT 1 AS \"case\"; END",
                "CREATE FUNCTION f() RETURNS int RETURN 1",
                "CREATE TABLE begin (atomic int)",
                "SELECT begin atomic FROM t",
                "SELECT é FROM ü",
            })
    void statementStaysWhole(String sql) {
        assertThat(split(sql + ";\nSELECT 2;")).containsExactly(sql, "SELECT 2");
    }

    @Test
    void dollarOfAnIdentifierOpensNoQuote() {
        assertThat(split("SELECT a$$; SELECT b$$;")).containsExactly("SELECT a$$", "SELECT b$$");
    }

    @Test
    void backslashIsPlainInAPlainString() {
        assertThat(split("SELECT '\\'; SELECT '\\';")).containsExactly("SELECT '\\'", "SELECT '\\'");
    }

    @Test
    void carriageReturnEndsALineCommentAsItDoesForTheServer() {
        assertThat(split("-- comment\rSELECT 1; SELECT 2;")).containsExactly("SELECT 1", "SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'open", "\"open", "E'open\\'", "$$open", "$a$ open $b$", "/* open /* */", "'open''"})
    void whatIsNeverClosedIsReportedWhereItOpens(String open) {
        assertThat(problems("SELECT 1;\n\nSELECT " + open + "\n\n; SELECT 2;"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3))
                .satisfies(problem -> assertThat(problem.message()).contains("never closed"));
    }

    @Test
    void openParenthesisIsReportedWhereItOpens() {
        assertThat(problems("SELECT 1;\nCREATE TABLE a (\n id int;\nSELECT 2;\n"))
                .extracting(ScriptProblem::line, ScriptProblem::message)
                .containsExactly(tuple(2, "The parenthesis that opens here is never closed"));
    }

    @Test
    void functionBodyWithoutEndIsReported() {
        assertThat(problems(
                        "CREATE FUNCTION f() RETURNS int\nBEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END;"))
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasToString("x.sql:2: BEGIN ATOMIC has no END"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM stdin",
                "copy s.t (a, b) from STDIN with (format csv)",
                "COPY t FROM /* c */ stdout",
                "COPY (SELECT a FROM b) TO STDOUT",
            })
    void copyThroughTheClientIsRefused(String sql) {
        assertThat(problems(sql + ";")).singleElement().satisfies(problem -> assertThat(problem.hint())
                .contains("INSERT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM '/tmp/x'",
                "COPY t TO PROGRAM 'cat'",
                "COPY (SELECT a FROM stdin) TO '/tmp/x'",
                "COPY t FROM 'stdin'",
                "COPY t FROM '/x' WITH (NULL 'FROM stdin')",
                "SELECT 'COPY t FROM stdin'",
            })
    void copyOnTheServerIsNoneOfOurConcern(String sql) {
        assertThat(split(sql + ";")).containsExactly(sql);
    }

    @Test
    void dataOfARefusedCopyCausesNoFurtherProblems() {
        assertThat(problems("COPY t FROM stdin;\nit's\t\\N\n$$\n\\.\n\nSELECT 1;\n\\echo x"))
                .extracting(ScriptProblem::line)
                .containsExactly(1, 7);
    }

    @Test
    void commandsOfPsqlAreRefused() {
        assertThat(problems("\\copy t from 'it''s'\nSELECT '\n\\i x';\n  \\i other.sql\nSELECT 1 \\gexec\n"))
                .extracting(ScriptProblem::line)
                .containsExactly(1, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN",
                "begin isolation level serializable",
                "START TRANSACTION",
                "start /* */ transaction read only",
                "COMMIT",
                "Commit And Chain",
                "COMMIT PREPARED 'x'",
                "END",
                "ROLLBACK",
                "ROLLBACK WORK",
                "ROLLBACK PREPARED 'x'",
                "ABORT",
                "PREPARE TRANSACTION 'x'",
                "DISCARD ALL",
            })
    void transactionControlIsRefused(String sql) {
        assertThat(problems("SELECT 1;\n-- why\n" + sql + ";\nSELECT 2;"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3))
                .satisfies(problem -> assertThat(problem.message()).endsWith("cannot be run"))
                .satisfies(problem -> assertThat(problem.hint()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SAVEPOINT a",
                "RELEASE SAVEPOINT a",
                "RELEASE a",
                "ROLLBACK TO a",
                "ROLLBACK WORK TO SAVEPOINT a",
                "ROLLBACK TRANSACTION TO a",
                "PREPARE transaction AS SELECT 1",
                "PREPARE p AS SELECT 1",
                "DISCARD PLANS",
            })
    void savepointsArePartOfATransaction(String sql) {
        assertThat(split(sql + ";")).containsExactly(sql);
    }

    @Test
    void longTextTakesLinearTime() {
        String[] patterns = {
            "$a",
            "$a$b",
            "'",
            "/*",
            "E'a'\n",
            "E'a' -- x\n",
            "COPY t FROM stdin;\n",
            "(",
            "BEGIN ",
            "\\x\n",
            "-- migrate:",
            "$aaaaaaaa$a",
            "CREATE FUNCTION f() BEGIN ATOMIC CASE ",
            "$" + "a".repeat(1000),
            "E'a' /* */",
            ";",
            "ALTER TABLE DETACH ",
            "\r",
        };
        for (String pattern : patterns) {
            String text = pattern.repeat(2_000_000 / pattern.length());
            long start = System.nanoTime();
            statements(text, new Problems("x.sql"));
            assertThat((System.nanoTime() - start) / 1_000_000)
                    .as("milliseconds for %s", pattern)
                    .isLessThan(3_000);
        }
    }

    @Test
    void splittingJoinedStatementsGivesThemBack() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<String> expected = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                String statement = SqlSamples.statement(random);
                expected.add(statement);
                text.append(SqlSamples.filler(random))
                        .append(statement)
                        .append(SqlSamples.filler(random))
                        .append(';');
            }
            assertThat(split(text.toString()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected);
        }
    }

    private static List<String> split(String sql) {
        Problems problems = new Problems("x.sql");
        List<Statement> statements = statements(sql, problems);
        assertThat(problems.found()).isEmpty();
        return statements.stream().map(statement -> statement.operation().sql()).toList();
    }

    private static List<ScriptProblem> problems(String sql) {
        Problems problems = new Problems("x.sql");
        statements(sql, problems);
        return problems.found();
    }

    private static List<Statement> statements(String sql, Problems problems) {
        StatementSplitter splitter =
                new StatementSplitter(sql.getBytes(StandardCharsets.UTF_8), 0, problems, LexicalRules.postgresql());
        List<Statement> statements = new ArrayList<>();
        for (var found = splitter.next(); found != StatementSplitter.Found.END; found = splitter.next()) {
            if (found == StatementSplitter.Found.STATEMENT) {
                statements.add(splitter.statement());
            }
        }
        return statements;
    }
}
