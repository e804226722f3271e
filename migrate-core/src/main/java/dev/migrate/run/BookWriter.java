package dev.migrate.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Planner;
import dev.migrate.revision.Revision;
import dev.migrate.script.ScriptDirectory;

/** Writes to the books apart from a step: creates them, stamps, and settles what was interrupted. */
final class BookWriter {

    private final Session session;

    /** Writes through this session, which holds the lock. */
    BookWriter(Session session) {
        this.session = session;
    }

    /** Creates what is missing. */
    void create() throws SQLException {
        List<SqlStatement> statements =
                SqlStatement.of(session.dialect().createBooks(session.books(), session.surroundings()));
        if (!statements.isEmpty()) {
            write(statements);
        }
        session.settle();
    }

    void write(List<SqlStatement> statements) throws SQLException {
        JdbcSink sink = new JdbcSink(session, TransactionMode.PER_REVISION, new RunListener() {});
        try {
            sink.transaction(statements);
        } catch (SQLException | RuntimeException e) {
            sink.rollback();
            throw e;
        }
    }

    /** Returns the statements of a stamp; revisions that count as applied from now on get a row with their checksum. */
    static List<SqlStatement> stamp(
            Session session, RunSettings settings, ScriptDirectory scripts, Heads from, Heads to) {
        Books books = new Books(session);
        List<SqlStatement> statements = new ArrayList<>(books.move(from, to));
        Planner planner = new Planner(scripts.graph());
        Set<Revision> before = new LinkedHashSet<>(planner.applied(
                Heads.of(from.ids().stream().filter(scripts.graph()::contains).toList())));
        Set<Revision> after = new LinkedHashSet<>(planner.applied(to));
        for (Revision revision : after) {
            if (!before.contains(revision)) {
                statements.add(books.record(
                        HistoryEntry.of("stamped", Direction.UPGRADE, revision.id(), to)
                                .hashes(scripts.script(revision.id()).checksum(), scripts.nodeHash(revision.id())),
                        settings.application()));
            }
        }
        for (Revision revision : before) {
            if (!after.contains(revision)) {
                statements.add(books.record(
                        HistoryEntry.of("stamped", Direction.DOWNGRADE, revision.id(), to), settings.application()));
            }
        }
        return statements;
    }
}
