package dev.migrate.run;

import java.sql.SQLException;
import java.util.List;

import dev.migrate.script.FoundScripts;

/** What the books say, whatever the scripts are: the heads, what was started, and the whole history. */
public final class BookContents {

    private final DatabaseState state;

    private final List<HistoryRow> history;

    private BookContents(DatabaseState state, List<HistoryRow> history) {
        this.state = state;
        this.history = history;
    }

    /** Reads them; no lock, no write. */
    public static BookContents read(Session session) throws SQLException {
        Books books = new Books(session);
        DatabaseState state = books.read();
        return new BookContents(state, hasChecksums(state) ? books.history() : books.events());
    }

    /** Where a directory hash may recognize the scripts, it says of them what the checksums would. */
    private static boolean hasChecksums(DatabaseState state) {
        return state.directoryHash() == null;
    }

    /** Tells whether they are those of a database that {@link QuickLook} recognizes. */
    public boolean isBroughtTo(FoundScripts scripts) {
        return state.isBroughtTo(scripts.hash());
    }

    DatabaseState state() {
        return state;
    }

    boolean hasChecksums() {
        return hasChecksums(state);
    }

    /** Returns the history, oldest first. */
    List<HistoryRow> history() {
        return history;
    }
}
