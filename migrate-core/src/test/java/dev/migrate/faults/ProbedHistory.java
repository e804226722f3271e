package dev.migrate.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.operation.Operations;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionClass;
import dev.migrate.script.RevisionHeader;

/** Revisions with branches and merges, each of which leaves a row in a table without a key whenever it takes effect. */
final class ProbedHistory {

    static final String PREPARE = "CREATE TABLE probe (id bigserial, revision text NOT NULL)";

    private static final String CODE = "code";

    private final List<String> ids = new ArrayList<>();

    private final List<String> indexed = new ArrayList<>();

    private final Path folder;

    /**
     * Writes the history.
     *
     * @param folder empty
     * @param revisions how many there are beside the one in Java
     * @param indexes whether some of them build indexes outside a transaction
     */
    ProbedHistory(Path folder, int revisions, Indexes indexes) {
        this.folder = folder;
        for (int i = 0; i < revisions; i++) {
            boolean index = indexes == Indexes.CONCURRENT && i % 5 == 4;
            write(i, index ? index(i) : i % 3 == 2 ? data(i) : table(i));
            (index ? indexed : ids).add(id(i));
        }
        ids.add(CODE);
    }

    Path folder() {
        return folder;
    }

    /** Returns those that leave a row. */
    List<String> probed() {
        return ids;
    }

    /** Returns those that build an index, which leave none. */
    List<String> indexed() {
        return indexed;
    }

    List<RevisionClass> classes() {
        return List.of(RevisionClass.of(new Code()));
    }

    static String id(int number) {
        return "r%03d".formatted(number);
    }

    private void write(int i, String upgrade) {
        String parents =
                switch (i % 4) {
                    case 1 -> id(i - 1);
                    case 2 -> id(i - 2);
                    case 3 -> id(i - 1) + ", " + id(i - 2);
                    default -> i == 0 ? "" : id(i - 1);
                };
        String text = "-- revision: " + id(i) + "\n" + (parents.isEmpty() ? "" : "-- revises: " + parents + "\n")
                + "-- message: Revision " + i + "\n\n-- migrate:upgrade\n" + upgrade;
        try {
            Files.writeString(folder.resolve(id(i) + ".sql"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table(int i) {
        return "CREATE TABLE t_%03d (id int PRIMARY KEY, n int);\n".formatted(i) + probe(i);
    }

    private static String data(int i) {
        return "INSERT INTO t_000 VALUES (%1$d, 0);\nUPDATE t_000 SET n = n + 1;\nUPDATE t_000 SET n = n + 1;\n"
                        .formatted(i)
                + probe(i);
    }

    private static String index(int i) {
        return "CREATE INDEX CONCURRENTLY i_%1$03d ON t_000 (n, id);\n".formatted(i);
    }

    private static String probe(int i) {
        return "INSERT INTO probe (revision) VALUES ('" + id(i) + "');\n";
    }

    /** Whether a history has revisions that PostgreSQL refuses in a transaction. */
    enum Indexes {
        NONE,
        CONCURRENT
    }

    @RevisionHeader(id = CODE, revises = "r000", message = "In Java", irreversible = "a test only goes up")
    static final class Code implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE t_code (id int)");
            op.run(db -> db.sql("INSERT INTO probe (revision) VALUES (?)")
                    .param(CODE)
                    .update());
            op.execute("INSERT INTO t_code VALUES (1)");
        }
    }
}
