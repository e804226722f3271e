package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.operation.LexicalRules;

import static org.assertj.core.api.Assertions.assertThat;

class LexicalRulesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO b VALUES (1); DELETE FROM c; END",
                "create temp trigger if not exists t before update of begin on a begin select case when 1 then 2 end; end",
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT new.end AS end; SELECT 1 end; /* ; */ END -- ; END\n",
                "CREATE TRIGGER [a;] AFTER INSERT ON `b;` BEGIN SELECT ';'; END",
                "SELECT [a;'b] FROM `c;``\"`",
                "SELECT 'back\\'",
                "SELECT a$$ FROM b",
                "SELECT $$",
                "SELECT /* /* ; */ 1",
                "SELECT \\",
                "CREATE TABLE \"trigger\" (begin int, [end] int)",
                "COPY t FROM stdin",
                "REINDEX schema",
            })
    void statementOfSqliteStaysWhole(String sql) {
        assertThat(split(sql + ";\nSELECT 2;", LexicalRules.sqlite())).containsExactly(whole(sql), "SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ALIAS f AS $$ int f() { return 1; } $$",
                "CREATE TRIGGER t AFTER INSERT ON a AS $$ a; b; $$",
                "SELECT 'it''s;' AS \"a;\"\"b\", `c;`",
                "SELECT $1 AS a$$",
                "SELECT /* /* ; */ ; */ 1",
                "SELECT 1 // one; two\n + 2",
                "SELECT 'back\\'",
                "SELECT ARRAY[1, 2][1]",
            })
    void statementOfH2StaysWhole(String sql) {
        assertThat(split(sql + ";\nSELECT 2;", LexicalRules.h2())).containsExactly(sql, "SELECT 2");
    }

    @Test
    void dollarQuotesOfH2HaveNoTags() {
        assertThat(split("SELECT $a$ ; SELECT $a$;", LexicalRules.h2())).containsExactly("SELECT $a$", "SELECT $a$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END",
                "create or replace definer = `a`@`begin` function f() returns int begin return case when true then 1 end; end",
                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW l: BEGIN IF NEW.a > IF(1, 2, 3) THEN SET NEW.b = 1; "
                        + "ELSEIF true THEN SET NEW.b = REPEAT('x', 2); END IF; END l",
                "CREATE PROCEDURE p() BEGIN DECLARE i INT; CASE i WHEN 1 THEN SELECT 1; ELSE BEGIN END; END CASE; "
                        + "WHILE i DO SET i = 0; END WHILE; REPEAT SET i = 1; UNTIL i END REPEAT; a: LOOP LEAVE a; END LOOP a; "
                        + "FOR i IN 1..2 DO SELECT t.begin, @end FROM t; END FOR; BEGIN SELECT 1; END; END",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM a; END",
                "ALTER EVENT e DO BEGIN DELETE FROM a; END",
                "BEGIN NOT ATOMIC SELECT 1; END",
                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.b = CASE WHEN true THEN 1 END",
                "CREATE TABLE t (begin int, `event;` int) # it's; so\n COMMENT 'a'",
                "SELECT 'it\\'s; so', \"it\\\"s; so\", '\\\\'",
                "SELECT 5--1 AS `a;``b`",
                "SELECT 5 -- it's;\n + 1",
                "SELECT 5 --\n + 1",
                "SELECT 5 # it's;\n + 1",
                "/*!50003 SET @a = 'x;' */",
                "/*M!100100 SELECT 1 */",
                "SELECT /* /* it's; */ 1",
                "SELECT $$",
            })
    void statementOfMariaDbStaysWhole(String sql) {
        assertThat(split(sql + ";\nSELECT 2;", LexicalRules.mariadb())).containsExactly(sql, "SELECT 2");
    }

    @Test
    void commandOfTheClientIsRefusedForMariaDb() {
        Problems problems = new Problems("x.sql");
        List<String> statements = split(
                "SELECT 1;\ndelimiter ;\nCREATE PROCEDURE p() BEGIN SELECT 1; END;", LexicalRules.mariadb(), problems);

        assertThat(statements).containsExactly("SELECT 1", "CREATE PROCEDURE p() BEGIN SELECT 1; END");
        assertThat(problems.found()).singleElement().satisfies(problem -> {
            assertThat(problem).hasToString("x.sql:2: DELIMITER cannot be run");
            assertThat(problem.hint()).contains("semicolon");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN", "BEGIN IMMEDIATE", "COMMIT", "END TRANSACTION", "ROLLBACK", "START TRANSACTION"})
    void transactionControlIsRefusedEverywhere(String sql) {
        for (LexicalRules rules : List.of(LexicalRules.sqlite(), LexicalRules.h2(), LexicalRules.mariadb())) {
            Problems problems = new Problems("x.sql");
            assertThat(split("SELECT 1;\n" + sql + ";", rules, problems)).containsExactly("SELECT 1");
            assertThat(problems.found()).as(rules.database()).hasSize(1);
        }
    }

    @Test
    void savepointsAreAllowedEverywhere() {
        for (LexicalRules rules : List.of(LexicalRules.sqlite(), LexicalRules.h2(), LexicalRules.mariadb())) {
            assertThat(split("SAVEPOINT a; ROLLBACK TO a; RELEASE SAVEPOINT a", rules))
                    .hasSize(3);
        }
    }

    @Test
    void bodyWithoutEndIsReported() {
        Problems problems = new Problems("x.sql");
        split("CREATE TRIGGER t AFTER INSERT ON a\nBEGIN SELECT 1; SELECT 2;", LexicalRules.sqlite(), problems);
        split("CREATE PROCEDURE p()\nBEGIN IF true THEN SELECT 1; END IF;", LexicalRules.mariadb(), problems);

        assertThat(problems.found())
                .extracting(ScriptProblem::toString)
                .containsExactly("x.sql:2: The body of the trigger has no END", "x.sql:2: BEGIN has no END");
    }

    @Test
    void vacuumNeedsNoTransactionOnSqlite() {
        Statement statement = statements("VACUUM;", LexicalRules.sqlite(), new Problems("x.sql"))
                .get(0);

        assertThat(statement.kind()).isEqualTo(StatementKind.NON_TRANSACTIONAL);
    }

    @Test
    void sectionsAndHeaderAreReadByEveryRule() {
        String text = "-- revision: a\n-- message: b\n-- migrate:upgrade\nSELECT 1;\n-- migrate:downgrade\nSELECT 2;\n";
        for (LexicalRules rules : List.of(LexicalRules.sqlite(), LexicalRules.h2(), LexicalRules.mariadb())) {
            ParsedScript parsed =
                    new SqlScriptParser(rules).parse("x.sql", null, text.getBytes(StandardCharsets.UTF_8));
            assertThat(parsed.problems()).as(rules.database()).isEmpty();
        }
    }

    /** What stands behind the last token of a statement is none of it. */
    private static String whole(String sql) {
        int comment = sql.indexOf(" -- ; END");
        return comment < 0 ? sql : sql.substring(0, comment);
    }

    private static List<String> split(String sql, LexicalRules rules) {
        Problems problems = new Problems("x.sql");
        List<String> statements = split(sql, rules, problems);
        assertThat(problems.found()).isEmpty();
        return statements;
    }

    private static List<String> split(String sql, LexicalRules rules, Problems problems) {
        return statements(sql, rules, problems).stream()
                .map(statement -> statement.operation().sql())
                .toList();
    }

    private static List<Statement> statements(String sql, LexicalRules rules, Problems problems) {
        StatementSplitter splitter = new StatementSplitter(sql.getBytes(StandardCharsets.UTF_8), 0, problems, rules);
        List<Statement> statements = new ArrayList<>();
        for (var found = splitter.next(); found != StatementSplitter.Found.END; found = splitter.next()) {
            if (found == StatementSplitter.Found.STATEMENT) {
                statements.add(splitter.statement());
            }
        }
        return statements;
    }
}
