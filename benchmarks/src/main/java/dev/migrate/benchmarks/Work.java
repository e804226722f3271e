package dev.migrate.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * One line of the report.
 *
 * @param kind what is done
 * @param count to how many revisions
 */
record Work(Kind kind, int count) {

    static final List<Work> ALL = List.of(
            new Work(Kind.NOTHING_PENDING, 10),
            new Work(Kind.NOTHING_PENDING, 1_000),
            new Work(Kind.NOTHING_PENDING, 5_000),
            new Work(Kind.APPLY, 10),
            new Work(Kind.APPLY, 100),
            new Work(Kind.APPLY, 1_000),
            new Work(Kind.ONE_TRANSACTION, 1_000),
            new Work(Kind.ROLL_BACK, 100),
            new Work(Kind.LIST, 10_000),
            new Work(Kind.TOGETHER, 100));

    /** Reads what people write: {@code apply-1000}. */
    static Work parse(String text) {
        int dash = text.lastIndexOf('-');
        String word = text.substring(0, Math.max(dash, 0));
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word)) {
                return new Work(kind, Integer.parseInt(text.substring(dash + 1)));
            }
        }
        List<String> words = Arrays.stream(Kind.values()).map(Kind::word).toList();
        throw new IllegalArgumentException("'" + text + "' is none of " + words + " with a number, like apply-100");
    }

    /** Returns how many revisions there are. */
    int revisions() {
        return kind == Kind.ROLL_BACK ? 10 * count : count;
    }

    /** Returns how many revisions the database has before. */
    int before() {
        return kind.onlyReads() || kind == Kind.ROLL_BACK ? revisions() : 0;
    }

    /** Returns how many revisions the database must have afterwards. */
    int after() {
        return kind == Kind.ROLL_BACK ? revisions() - count : revisions();
    }

    /** Returns how often one process does it, at most: the first call, some to warm up, some that count as warm. */
    int calls() {
        return switch (kind) {
            case NOTHING_PENDING, LIST -> Math.max(20, Math.min(100, 40_000 / count));
            case APPLY -> Math.max(3, Math.min(11, 500 / count));
            case ONE_TRANSACTION, ROLL_BACK -> 3;
            case TOGETHER -> 1;
        };
    }

    @Override
    public String toString() {
        return kind.word() + "-" + count;
    }
}
