package dev.migrate.backfill;

import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;

import dev.migrate.error.MigrateException;

/** Works on one backfill until it has finished, or somebody stops it; others may do so at the same time. */
public final class BackfillRunner {

    private final Workplace place;

    private final BackfillSettings settings;

    private final BackfillListener listener;

    private final BackfillBooks books;

    /** Works on this connection. */
    public BackfillRunner(Workplace place, BackfillSettings settings, BackfillListener listener) {
        this.place = place;
        this.settings = settings;
        this.listener = listener;
        this.books = place.books();
    }

    /**
     * Begins the backfill if it was never begun, and takes part in it if it is running.
     *
     * @param stop asked between batches whether to stop
     * @return how far it has come: finished, stopped by somebody, or as it was if it is not running
     * @throws MigrateException if it has failed, here or by now elsewhere
     */
    public BackfillStatus run(BackfillDefinition definition, BooleanSupplier stop) throws SQLException {
        place.dialect().prepare(place.connection(), "migrate backfill " + definition.name());
        // Before anything is written: the revision that makes the table may be still to come.
        new KeyReader(place.connection(), place.dialect(), definition).read();
        books.create();
        books.limit(settings.lockTimeout());
        books.insert(definition, place.owner());
        BackfillStatus status = books.status(definition);
        if (status.state().isActive()) {
            if (!books.isOurs(definition)) {
                throw new MigrateException(
                        "Backfill " + definition.name() + " was begun with another definition, that of another build",
                        List.of("at " + definition.origin()),
                        "`migrate backfill run " + definition.name() + "` goes on with this one where that one is.",
                        null);
            }
            BackfillRun run =
                    new BackfillRun(place, settings, definition, new BackfillRun.Signals(listener, new Pauses(stop)));
            listener.started(status);
            try {
                run.work();
            } catch (SQLException | RuntimeException e) {
                throw failed(definition, e);
            }
            status = books.status(definition);
            listener.ended(status);
        }
        return status;
    }

    private MigrateException failed(BackfillDefinition definition, Throwable e) {
        BatchFailure failure = BatchFailure.of(e, place.dialect());
        MigrateException told = failure.ended(definition);
        if (failure.kind() != BatchFailure.Kind.DISCONNECTED) {
            try {
                books.failed(definition, failure.sqlState(), failure.message());
            } catch (SQLException suppressed) {
                told.addSuppressed(suppressed);
            }
        }
        return told;
    }
}
