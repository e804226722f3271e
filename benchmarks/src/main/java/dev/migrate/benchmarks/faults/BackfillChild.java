package dev.migrate.benchmarks.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.BackfillSource;
import dev.migrate.Backfills;
import dev.migrate.Extensions;
import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.backfill.Backfill;
import dev.migrate.backfill.BackfillDefinition;
import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillSettings;
import dev.migrate.backfill.BackfillState;
import dev.migrate.backfill.Batch;
import dev.migrate.backfill.JavaBackfill;
import dev.migrate.backfill.ThrottleSettings;

/** The process that is killed while it takes part in a backfill, and may stop at a point to wait for its end. */
final class BackfillChild {

    static final String NAME = "count";

    private BackfillChild() {}

    /**
     * Says {@code step}, {@code at …}, {@code done} and {@code failed …}, each in a line.
     *
     * @param args tool, folder, URL, and the {@link FaultPoint} to stop at
     */
    public static void main(String[] args) {
        DataSource database = StoppingSource.wrap(Child.source(args[2]), FaultPoint.parse(args[3]), Child::stop);
        AtomicBoolean told = new AtomicBoolean();
        BackfillListener listener = new BackfillListener() {
            @Override
            public void batch(String name, long rows, Duration duration) {
                if (!told.getAndSet(true)) {
                    Child.say("step");
                }
            }
        };
        int code = 0;
        try {
            BackfillState state =
                    backfills(database).join(NAME, listener, () -> false).state();
            Child.say(state == BackfillState.FINISHED ? "done" : "failed: it is " + state);
        } catch (RuntimeException e) {
            Child.say("failed "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            code = 1;
        }
        System.exit(code);
    }

    /** Returns the one backfill, in small batches. */
    static Backfills backfills(DataSource database) {
        BackfillSettings settings = new BackfillSettings(
                Duration.ofMillis(200), 100, 500, 0.1, Duration.ofSeconds(2), 50, ThrottleSettings.defaults());
        return new Migrator(
                        MigrateSettings.defaults().withBackfills(new BackfillSource(List.of(), settings)),
                        database,
                        Extensions.none().withBackfills(() -> List.of(BackfillDefinition.of(new Counting()))))
                .backfills();
    }

    /** Counts how often it sees each row, and how often it begins and ends. */
    @Backfill(name = NAME, table = "item", key = "id")
    static final class Counting implements JavaBackfill {

        @Override
        public void setup(JdbcClient jdbc) {
            jdbc.sql("INSERT INTO calls VALUES ('setup')").update();
        }

        @Override
        public void process(Batch batch) {
            batch.sql("UPDATE item SET times = times + 1 WHERE id BETWEEN :from AND :to")
                    .update();
        }

        @Override
        public void teardown(JdbcClient jdbc) {
            jdbc.sql("INSERT INTO calls VALUES ('teardown')").update();
        }
    }
}
