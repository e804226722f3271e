package dev.migrate.backfill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import dev.migrate.dialect.Dialects;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

class BackfillKeyTests {

    private static final int ROWS = 60;

    private static final int PAGES = 400;

    private final Random random = new Random(seed());

    private static long seed() {
        long seed = Long.getLong("migrate.test.seed", System.nanoTime());
        LoggerFactory.getLogger(BackfillKeyTests.class).info("-Dmigrate.test.seed={}", seed);
        return seed;
    }

    @Test
    void pageIsTheNextRowsOfAllThatCount() throws SQLException {
        var database = TestDatabases.postgres();
        TestDatabases.execute(
                database, "CREATE TABLE pair (tenant int, name text COLLATE \"C\", UNIQUE (tenant, name))");
        List<List<String>> rows = rows();
        rows.forEach(row ->
                TestDatabases.execute(database, "INSERT INTO pair VALUES (" + row.get(0) + ", '" + row.get(1) + "')"));
        BackfillKey key = new BackfillKey(
                "pair",
                List.of(new BackfillKey.Column("tenant", "integer"), new BackfillKey.Column("name", "text")),
                Dialects.builtIn().get(0));
        try (Connection connection = database.getConnection()) {
            for (int i = 0; i < PAGES; i++) {
                List<String> after = random.nextInt(4) == 0 ? null : anywhere();
                List<String> to = anywhere();
                int limit = 1 + random.nextInt(ROWS / 2);
                assertThat(key.next(connection, after, to, limit))
                        .as(limit + " behind " + after + " up to " + to)
                        .isEqualTo(page(rows, after, to, limit));
            }
        }
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        while (rows.size() < ROWS) {
            List<String> row = anywhere();
            if (!rows.contains(row)) {
                rows.add(row);
            }
        }
        rows.sort(BackfillKeyTests::compare);
        return rows;
    }

    private List<String> anywhere() {
        return List.of(
                Integer.toString(random.nextInt(5) - 2),
                Integer.toString(random.nextInt(200), 36).replace('a', ','));
    }

    private static Page page(List<List<String>> rows, @Nullable List<String> after, List<String> to, int limit) {
        List<List<String>> found = rows.stream()
                .filter(row -> (after == null || compare(row, after) > 0) && compare(row, to) <= 0)
                .limit(limit)
                .toList();
        return found.isEmpty()
                ? new Page(List.of(), List.of(), 0)
                : new Page(found.get(0), found.get(found.size() - 1), found.size());
    }

    private static int compare(List<String> left, List<String> right) {
        int tenants = Integer.compare(Integer.parseInt(left.get(0)), Integer.parseInt(right.get(0)));
        return tenants == 0 ? left.get(1).compareTo(right.get(1)) : tenants;
    }
}
