package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import dev.migrate.sample.Follows;

import static org.assertj.core.api.Assertions.assertThat;

/** A change in six phases, while both versions of the application are at work. */
@Follows("docs/how-to/zero-downtime.md")
@Isolated("it measures how long an application waits")
class ZeroDowntimeIT extends FollowedPage {

    /** The lock timeout, a batch, and what a busy machine adds. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(6);

    ZeroDowntimeIT(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Test
    void nobodyNoticesTheChange() throws Exception {
        walk.section("Where it begins");
        database.execute("INSERT INTO orders (total) SELECT i % 1000 / 10.0 FROM generate_series(1, 20000) i");
        ShopClients versionOne = ShopClients.start(database, "total");

        walk.section("1 and 2. Expand, and keep in step");
        walk.section("3. Backfill");
        walk.section("4. Constrain");
        assertThat(database.query(
                        "SELECT count(*) FROM orders WHERE total_cents <> total * 100 OR total_cents IS NULL"))
                .containsExactly("0");

        ShopClients versionTwo = ShopClients.start(database, "total_cents");
        Await.condition("both versions at work", () -> versionTwo.statements() > 100);
        versionOne.stop();
        assertUndisturbed(versionOne);
        assertThat(database.query("SELECT count(*) FROM orders WHERE total_cents <> total * 100"))
                .containsExactly("0");
        walk.section("6. Contract");
        int before = versionTwo.statements();
        Await.condition("version 2 still at work", () -> versionTwo.statements() > before);
        versionTwo.stop();
        assertUndisturbed(versionTwo);
        walk.assertDone();
    }

    private static void assertUndisturbed(ShopClients clients) {
        assertThat(clients.failures()).isEmpty();
        assertThat(clients.statements()).isGreaterThan(100);
        assertThat(clients.longest()).isLessThan(LONGEST_WAIT);
    }
}
