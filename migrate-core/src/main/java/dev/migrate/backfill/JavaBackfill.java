package dev.migrate.backfill;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A batched data migration that is written in Java; the class also needs a {@link Backfill}.
 *
 * <pre>{@code
 * @Backfill(name = "message-tokens", table = "conversation_history", key = "id")
 * class MessageTokens implements JavaBackfill {
 *     @Override public void process(Batch batch) {
 *         batch.sql("UPDATE conversation_history SET tokens = length(message) / 4 WHERE id BETWEEN :from AND :to").update();
 *     }
 * }
 * }</pre>
 *
 * <p>Every method runs inside a transaction of the run, which is not for it to end. What a batch does in the database and the note
 * that it is done are committed together, so whatever is killed when, every row is processed exactly once. What a batch does
 * elsewhere, such as a call to another service, may happen again when a batch is repeated.
 */
public interface JavaBackfill {

    /** Prepares what the batches need; committed once, before the first of them. */
    default void setup(JdbcClient jdbc) {}

    /** Processes the rows of one batch; called by several processes at a time, never for the same rows. */
    void process(Batch batch);

    /** Cleans up; committed once, after the last batch. */
    default void teardown(JdbcClient jdbc) {}

    /** Returns how many rows there are, for progress; {@code null} takes the number that the database's statistics have. */
    default @Nullable Long estimate(JdbcClient jdbc) {
        return null;
    }
}
