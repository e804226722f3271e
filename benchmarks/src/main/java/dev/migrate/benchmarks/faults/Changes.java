package dev.migrate.benchmarks.faults;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.benchmarks.faults.Change.Kind;

/** Histories to be disturbed. */
final class Changes {

    private static final int BATCHES = 10;

    /** Rows that data revisions count up. */
    private static final int ITEMS = 200;

    private Changes() {}

    /** What must be there before any tool starts. */
    static List<String> preparation() {
        return List.of(
                "CREATE TABLE probe (id bigserial, revision text NOT NULL, attempt uuid DEFAULT gen_random_uuid())");
    }

    /** Returns a history of which eight in ten are transactional, one in ten builds or drops an index concurrently and one moves data. */
    static List<Change> mixed(int count) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(
                1,
                List.of(),
                Kind.TRANSACTIONAL,
                List.of(
                        "CREATE TABLE items (id int PRIMARY KEY, n int NOT NULL)",
                        "INSERT INTO items SELECT i, 0 FROM generate_series(1, " + ITEMS + ") i",
                        "CREATE TABLE fixed AS SELECT i AS id, i % 7 AS n FROM generate_series(1, 2000) i",
                        probe(1)),
                List.of("DROP TABLE IF EXISTS items, fixed", unprobe(1))));
        for (int number = 2; number <= count; number++) {
            changes.add(
                    switch (number % 10) {
                        case 4 -> index(number);
                        case 9 -> data(number);
                        default -> table(number);
                    });
        }
        return changes;
    }

    /** Returns a history for many starts at once. */
    static List<Change> plain(int count) {
        List<Change> changes = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            changes.add(table(number));
        }
        return changes;
    }

    /** Returns a history with one index that is built concurrently between two tables. */
    static List<Change> aroundAnIndex() {
        Change first = mixed(1).get(0);
        Change index = new Change(
                2,
                List.of(1),
                Kind.CONCURRENT_INDEX,
                List.of("CREATE INDEX CONCURRENTLY i_2 ON fixed (n, id)"),
                List.of("DROP INDEX IF EXISTS i_2"));
        return List.of(first, index, table(3));
    }

    /** Returns a history whose second revision is one statement that takes as long as given. */
    static List<Change> slow(Kind kind, double seconds) {
        String statement = kind == Kind.CONCURRENT_INDEX
                ? "CREATE INDEX CONCURRENTLY i_2 ON slow (wait(id))"
                : "INSERT INTO probe (revision) SELECT 'r00002' FROM (SELECT pg_sleep(" + seconds + ")) s";
        List<String> first = new ArrayList<>(List.of(
                "CREATE TABLE slow AS SELECT 1 AS id",
                "CREATE FUNCTION wait(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $f$ BEGIN PERFORM pg_sleep("
                        + seconds + "); RETURN $1; END $f$",
                probe(1)));
        List<String> undone = kind == Kind.CONCURRENT_INDEX ? List.of("DROP INDEX IF EXISTS i_2") : List.<String>of();
        return List.of(
                new Change(1, List.of(), Kind.TRANSACTIONAL, first, List.of()),
                new Change(2, List.of(1), kind, List.of(statement), undone));
    }

    /** Returns the number of counts that every item must have in the end. */
    static int counts(List<Change> changes) {
        return (int) changes.stream()
                .filter(change -> change.statements().get(0).startsWith("UPDATE items"))
                .count();
    }

    private static Change table(int number) {
        return new Change(
                number,
                parents(number),
                Kind.TRANSACTIONAL,
                List.of("CREATE TABLE t_" + number + " (id bigint PRIMARY KEY, name text)", probe(number)),
                List.of("DROP TABLE IF EXISTS t_" + number, unprobe(number)));
    }

    private static Change data(int number) {
        List<String> statements = new ArrayList<>();
        int size = ITEMS / BATCHES;
        for (int from = 1; from <= ITEMS; from += size) {
            statements.add("UPDATE items SET n = n + 1 WHERE id BETWEEN " + from + " AND " + (from + size - 1));
        }
        statements.add(probe(number));
        return new Change(number, parents(number), Kind.TRANSACTIONAL, statements, List.of());
    }

    /** Every third drops the index before it instead of building one. */
    private static Change index(int number) {
        boolean drops = number % 30 == 24;
        int built = drops ? number - 10 : number;
        String on = " i_" + built + " ON fixed (n, id) WHERE id > " + built;
        String statement = drops
                ? "DROP INDEX CONCURRENTLY i_" + built
                : "CREATE " + (number % 20 == 4 ? "UNIQUE " : "") + "INDEX CONCURRENTLY" + on;
        String undone = drops ? "CREATE INDEX IF NOT EXISTS" + on : "DROP INDEX IF EXISTS i_" + built;
        return new Change(number, parents(number), Kind.CONCURRENT_INDEX, List.of(statement), List.of(undone));
    }

    /** Branches of one revision each that are merged behind them. */
    private static List<Integer> parents(int number) {
        if (number == 1) {
            return List.of();
        }
        return switch (number % 4) {
            case 3 -> List.of(number - 2);
            case 0 -> List.of(number - 1, number - 2);
            default -> List.of(number - 1);
        };
    }

    private static String probe(int number) {
        return "INSERT INTO probe (revision) VALUES ('r%05d')".formatted(number);
    }

    private static String unprobe(int number) {
        return "DELETE FROM probe WHERE revision = 'r%05d'".formatted(number);
    }
}
