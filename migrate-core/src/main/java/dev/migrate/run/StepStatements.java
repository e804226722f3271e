package dev.migrate.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Timeouts;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Step;
import dev.migrate.script.Checksums;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.Section;

/** What one step sends: its section's statements and the bookkeeping around them, in the order that keeps both true. */
final class StepStatements {

    private final ScriptDirectory scripts;

    private final Books books;

    private final Session session;

    private final RunSettings settings;

    private final Set<String> lastHeads;

    StepStatements(ScriptDirectory scripts, Session session, RunSettings settings) {
        this.scripts = scripts;
        this.books = new Books(session);
        this.session = session;
        this.settings = settings;
        this.lastHeads = Set.copyOf(scripts.graph().effectiveHeads());
    }

    /**
     * Sends a step to a sink.
     *
     * @param first number of the first statement to run, more than 1 where an earlier run has done those before
     */
    void send(Step step, int first, StatementSink sink) throws SQLException {
        sink.step(step);
        RevisionScript script = scripts.script(step.revision().id());
        Section section = section(script, step.direction());
        List<RunPart> parts = SectionParts.of(script, section, session.dialect());
        if (together(section)) {
            List<RunPart> all = new ArrayList<>(transactionSettings(settings.timeouts()));
            all.addAll(parts);
            all.addAll(end(step, script, session.dialect().transactionStart()));
            sink.transaction(all);
            return;
        }
        if (!session.dialect().transactionalDdl()) {
            // The limits of the step before hold for the session, not for a transaction.
            for (SqlStatement setting :
                    transactionSettings(section.transactional() ? settings.timeouts() : Timeouts.none())) {
                sink.alone(setting);
            }
        }
        for (RunPart part : parts) {
            if (part.place().number() >= first) {
                sink.transaction(List.of(started(step, script, part.place().number())));
                sink.alone(part);
            }
        }
        try {
            sink.transaction(end(step, script, books.startOf(script.id())));
        } catch (SQLException e) {
            // Whatever keeps the books from being closed, every statement has taken effect by now.
            throw FailedPart.refused(new SqlStatement("", new Place(parts.size() + 1, 0, 0), false), e);
        }
    }

    /** Tells whether a section is one transaction with its books: its author and the database must both allow it. */
    boolean together(Section section) {
        return section.transactional() && session.dialect().transactionalDdl();
    }

    /** Returns the rows that say that a step is complete. */
    List<SqlStatement> end(Step step, RevisionScript script, String since) {
        String event = step.direction() == Direction.UPGRADE ? "applied" : "reverted";
        List<SqlStatement> statements = new ArrayList<>(books.move(step.before(), step.after()));
        statements.add(books.record(
                HistoryEntry.of(event, step.direction(), script.id(), step.after())
                        .hashes(script.checksum(), scripts.nodeHash(script.id()))
                        .directory(isLast(step) ? scripts.hash() : null)
                        .since(since),
                settings.application()));
        return statements;
    }

    /** Tells whether nothing is left to do or to complain of behind a step. */
    private boolean isLast(Step step) {
        return step.after().ids().equals(lastHeads) && settings.checksumMismatch() == ChecksumPolicy.FAIL;
    }

    /** Returns the rows that say that a step failed, written after everything of it was rolled back. */
    SqlStatement failed(Step step, int statement, DatabaseFailure failure) {
        RevisionScript script = scripts.script(step.revision().id());
        boolean together = together(section(script, step.direction()));
        return books.record(
                HistoryEntry.of("failed", step.direction(), script.id(), step.before())
                        .at(statement)
                        .hashes(together ? script.checksum() : checksumBefore(step, statement), null)
                        .failure(failure.sqlState(), failure.message()),
                settings.application());
    }

    /** Tells whether a part is the one behind all others, by which a step is written down as complete. */
    static boolean isEnd(RunPart part) {
        return part.place().number() > 0 && part.place().operation() == 0;
    }

    /** Returns a checksum of the parts before one, which have run and must not change; what failed may be corrected. */
    String checksumBefore(Step step, int number) {
        RevisionScript script = scripts.script(step.revision().id());
        StringBuilder text = new StringBuilder();
        for (RunPart part : SectionParts.of(script, section(script, step.direction()), session.dialect())) {
            if (part.place().number() < number) {
                text.append(part.text()).append('\0');
            }
        }
        return new Checksums().text(text.toString());
    }

    static Section section(RevisionScript script, Direction direction) {
        if (direction == Direction.UPGRADE) {
            return script.upgrade();
        }
        Section downgrade = script.downgrade();
        if (downgrade == null) {
            throw new IllegalStateException("Preflight lets no downgrade without a section pass");
        }
        return downgrade;
    }

    private SqlStatement started(Step step, RevisionScript script, int number) {
        return books.record(
                HistoryEntry.of("started", step.direction(), script.id(), step.before())
                        .at(number)
                        .hashes(script.checksum(), null),
                settings.application());
    }

    private List<SqlStatement> transactionSettings(Timeouts timeouts) {
        return session.dialect().transactionSettings(timeouts, session.surroundings()).stream()
                .map(SqlStatement::of)
                .toList();
    }
}
