package dev.migrate.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Timeouts;
import dev.migrate.operation.LexicalRules;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Step;
import dev.migrate.script.Checksums;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.Section;
import dev.migrate.script.SettingSql;

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
        RevisionScript script = scripts.script(step.revision().id());
        Section section = section(script, step.direction());
        List<RunPart> parts = SectionParts.of(script, section, session.dialect());
        sink.step(step, changeSettings(parts));
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
        alone(step, first, parts, sink);
    }

    private boolean changeSettings(List<RunPart> parts) {
        LexicalRules rules = session.dialect().lexicalRules();
        for (RunPart part : parts) {
            if (part instanceof JavaCode || (part instanceof SqlStatement sql && SettingSql.mayBe(sql.sql(), rules))) {
                return true;
            }
        }
        return false;
    }

    /** The record behind each part says which one is next, so that nobody repeats a part that took effect. */
    private void alone(Step step, int first, List<RunPart> parts, StatementSink sink) throws SQLException {
        RevisionScript script = scripts.script(step.revision().id());
        if (first <= parts.size()) {
            sink.transaction(List.of(started(step, script, first)));
        }
        for (RunPart part : parts) {
            LonePart lone = LonePart.of(part, session.dialect());
            if (lone.number() >= first) {
                alone(lone, record(step, script, parts, lone.number() + 1), sink);
            } else if (lone.kind() == LonePart.Kind.SETTING) {
                sink.alone(part);
            }
        }
        if (first > parts.size()) {
            closed(record(step, script, parts, first), null, parts.size() + 1, sink);
        }
    }

    private void alone(LonePart lone, List<SqlStatement> record, StatementSink sink) throws SQLException {
        if (lone.kind() != LonePart.Kind.UNDIVIDED) {
            sink.alone(lone.part());
            closed(record, null, lone.number() + 1, sink);
            return;
        }
        List<RunPart> together = new ArrayList<>(
                transactionSettings(new Timeouts(settings.timeouts().lock(), Duration.ZERO)));
        together.add(lone.part());
        together.addAll(record);
        closed(together, lone.part(), lone.number(), sink);
    }

    /**
     * Sends a transaction that ends with a record.
     *
     * @param part what the next run begins with if the transaction fails, {@code null} if that is no part of this transaction
     * @param next the number of it
     */
    private static void closed(List<? extends RunPart> parts, @Nullable RunPart part, int next, StatementSink sink)
            throws SQLException {
        try {
            sink.transaction(parts);
        } catch (SQLException e) {
            if (number(e) > 0) {
                throw e;
            }
            throw FailedPart.refused(part == null ? new SqlStatement("", new Place(next, 0, 0), false) : part, e);
        }
    }

    /** Returns the rows that say which part is next, or that none is. */
    private List<SqlStatement> record(Step step, RevisionScript script, List<RunPart> parts, int next) {
        return next > parts.size()
                ? end(step, script, books.startOf(script.id()))
                : List.of(started(step, script, next));
    }

    /** Returns the place of the part that failed, or 0 if it was one of ours. */
    static int number(SQLException cause) {
        return cause instanceof FailedPart failed ? failed.part().place().number() : 0;
    }

    /** Tells whether a section is one transaction with its books: its author and the database must both allow it. */
    boolean together(Section section) {
        return section.transactional() && session.dialect().transactionalDdl();
    }

    /** Returns the rows that say that a step is complete. */
    List<SqlStatement> end(Step step, RevisionScript script, String since) {
        boolean upgrade = step.direction() == Direction.UPGRADE;
        List<SqlStatement> statements = new ArrayList<>(books.move(step.before(), step.after()));
        statements.add(books.record(
                HistoryEntry.of(upgrade ? "applied" : "reverted", step.direction(), script.id(), step.after())
                        // What is not applied any more vouches for nothing below it.
                        .hashes(script.checksum(), upgrade ? scripts.nodeHash(script.id()) : null)
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

    /** Tells whether a part stands for a record, not for anything of the revision. */
    static boolean isRecord(RunPart part) {
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

    /** Returns how many parts a step has in the words of this database. */
    int count(Step step) {
        RevisionScript script = scripts.script(step.revision().id());
        return SectionParts.of(script, section(script, step.direction()), session.dialect())
                .size();
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
        return SqlStatement.of(session.dialect().transactionSettings(timeouts, session.surroundings()));
    }
}
