package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.operation.LexicalRules;
import dev.migrate.script.BackfillScript.Bound;
import dev.migrate.script.BackfillScript.End;
import dev.migrate.script.BackfillScript.Piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BackfillScriptsTests {

    private static final String HEADER = "-- backfill: tokens\n-- table: message\n-- key: id\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void statementIsCutAtItsParameters() throws IOException {
        BackfillScript script = load(HEADER + "-- message: Counts\n-- More of it.\n"
                + "UPDATE message SET n = length(':to')::int -- not :from\n WHERE id BETWEEN :from AND :to;\n");

        assertThat(script.name()).isEqualTo("tokens");
        assertThat(script.table()).isEqualTo("message");
        assertThat(script.message()).isEqualTo("Counts");
        assertThat(script.statement())
                .containsExactly(
                        new Piece(
                                "UPDATE message SET n = length(':to')::int -- not :from\n WHERE id BETWEEN ",
                                new Bound(End.FROM, 0)),
                        new Piece(" AND ", new Bound(End.TO, 0)),
                        new Piece("", null));
    }

    @Test
    void parametersOfSeveralColumnsAreNamedAfterThem() throws IOException {
        BackfillScript script = load(HEADER.replace("key: id", "key: tenant, id")
                + "DELETE FROM x WHERE (a, b) >= (:from_tenant, :from_id) AND (a, b) <= (:to_tenant, :to_id)");

        assertThat(script.key()).containsExactly("tenant", "id");
        assertThat(script.statement())
                .extracting(Piece::bound)
                .containsExactly(
                        new Bound(End.FROM, 0),
                        new Bound(End.FROM, 1),
                        new Bound(End.TO, 0),
                        new Bound(End.TO, 1),
                        null);
    }

    @Test
    void everyMistakeIsToldWithItsLine() throws IOException {
        assertThat(problems("SELECT 1"))
                .contains(
                        "count.sql:1: The header has no line `-- backfill: …`",
                        "count.sql:1: The header has no line `-- table: …`",
                        "count.sql:1: The header has no line `-- key: …`");
        assertThat(problems(HEADER)).containsExactly("count.sql:1: There is no statement");
        assertThat(problems(HEADER + "SELECT 1"))
                .containsExactly("count.sql:4: The statement does not say between which keys it works");
        assertThat(problems(HEADER + "SELECT :from, :to,\n :frm"))
                .containsExactly("count.sql:5: There is no parameter :frm");
        assertThat(problems(HEADER + "SELECT :from, :to; SELECT 2"))
                .containsExactly("count.sql:4: There is a second statement");
        assertThat(problems(HEADER + "VACUUM"))
                .containsExactly("count.sql:4: PostgreSQL refuses this statement in a transaction");
        assertThat(problems("-- tabl: x\n" + HEADER + "SELECT :from, :to"))
                .containsExactly("count.sql:1: This header line is not spelled right");
        assertThat(problems(HEADER + "COMMIT")).contains("count.sql:4: COMMIT cannot be run");
    }

    @Test
    void questionMarksOfOperatorsAreDoubled() throws IOException {
        BackfillScript script = load(HEADER + "SELECT data ? '?' WHERE id BETWEEN :from AND :to AND x ?| y");

        assertThat(script.statement())
                .extracting(Piece::text)
                .containsExactly("SELECT data ?? '?' WHERE id BETWEEN ", " AND ", " AND x ??| y");
    }

    @Test
    void missingFolderHasNoBackfills() {
        assertThat(loader().load(List.of("file:" + folder.resolve("none"), "classpath:db/nowhere")))
                .isEmpty();
    }

    private List<String> problems(String content) throws IOException {
        Files.writeString(folder.resolve("count.sql"), content);
        List<String> lines = new ArrayList<>();
        assertThatThrownBy(() -> loader().load(List.of("file:" + folder)))
                .isInstanceOfSatisfying(InvalidScriptsException.class, failure -> failure.problems()
                        .forEach(problem -> lines.add(problem.toString().replaceFirst(".*/", ""))));
        return lines;
    }

    private BackfillScript load(String content) throws IOException {
        Files.writeString(folder.resolve("count.sql"), content);
        return loader().load(List.of("file:" + folder)).get(0);
    }

    private static BackfillScripts loader() {
        return new BackfillScripts(BackfillScriptsTests.class.getClassLoader(), LexicalRules.postgresql());
    }
}
