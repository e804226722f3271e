package dev.migrate.autoconfigure.backfills;

import org.springframework.core.env.Environment;

import dev.migrate.backfill.Backfill;
import dev.migrate.backfill.Batch;
import dev.migrate.backfill.JavaBackfill;

/** Has something injected. */
@Backfill(name = "count-toys", table = "toys", key = "id")
public class CountToys implements JavaBackfill {

    private final String column;

    CountToys(Environment environment) {
        this.column = environment.getProperty("toys.column", "times");
    }

    @Override
    public void process(Batch batch) {
        batch.sql("UPDATE toys SET " + column + " = " + column + " + 1 WHERE id BETWEEN :from AND :to")
                .update();
    }
}
