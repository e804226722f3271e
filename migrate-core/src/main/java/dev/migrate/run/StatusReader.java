package dev.migrate.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.LockHolder;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Planner;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;

/** Says where a database stands without writing; at most three round trips where it is up to date. */
public final class StatusReader {

    private final ScriptDirectory scripts;

    private final Planner planner;

    private final Gate gate;

    /** Reads against these scripts, of which none waits for anything. */
    public StatusReader(ScriptDirectory scripts) {
        this(scripts, Prerequisites.none());
    }

    /** Reads against these scripts. */
    public StatusReader(ScriptDirectory scripts, Prerequisites prerequisites) {
        this.scripts = scripts;
        this.gate = new Gate(scripts, prerequisites);
        this.planner = new Planner(scripts.graph());
    }

    /** Reads the status of the database at the other end. */
    public MigrationStatus status(Session session) throws SQLException {
        Books books = new Books(session);
        return status(session, observe(books, books.read()));
    }

    /**
     * Reads the status for a run, which takes the lock and reads again if anything is pending: whether others hold it is asked only
     * where a statement was started.
     */
    MigrationStatus statusBeforeRun(Session session) throws SQLException {
        Books books = new Books(session);
        DatabaseState state = books.read();
        return status(session, state.started().isEmpty() ? new Observation(state, null) : withHolder(books, state));
    }

    /** Reads the status for the holder of the lock, so nobody else is running. */
    MigrationStatus statusUnderLock(Session session) throws SQLException {
        return status(session, new Observation(new Books(session).read(), null));
    }

    /**
     * Tells the status, and the history of every revision.
     *
     * @param contents of the books, which are read again where something is left to do
     */
    public MigrationOverview overview(Session session, BookContents contents) throws SQLException {
        Books books = new Books(session);
        Observation observation = observe(books, contents.state());
        boolean serves = isRecognized(contents.state()) || (isSettled(contents.state()) && contents.hasChecksums());
        List<HistoryRow> history = serves ? contents.history() : books.history();
        // With the whole history at hand, checksums tell what node hashes would, and need not be computed.
        MigrationStatus status = status(session, observation, history);
        Map<String, HistoryRow> last = new HashMap<>(scripts.graph().size() * 2);
        for (HistoryRow row : history) {
            if (row.applies() || row.reverts()) {
                last.put(row.revision(), row);
            }
        }
        Map<String, RevisionState> unusual = new HashMap<>();
        status.modified().forEach(id -> unusual.put(id, RevisionState.MODIFIED));
        status.pending().forEach(script -> unusual.put(script.id(), RevisionState.PENDING));
        status.incomplete().forEach(open -> unusual.put(open.revision(), RevisionState.INCOMPLETE));
        List<RevisionDetail> details = new ArrayList<>(scripts.graph().size());
        for (Revision revision : scripts.graph().revisions()) {
            RevisionState word = unusual.getOrDefault(revision.id(), RevisionState.APPLIED);
            details.add(detail(revision.id(), word, last.get(revision.id())));
        }
        return new MigrationOverview(status, details);
    }

    private Observation observe(Books books, DatabaseState state) throws SQLException {
        return isSettled(state) ? new Observation(state, null) : withHolder(books, state);
    }

    /** Tells whether nothing is left to do, so that it does not matter whether somebody is at work. */
    private boolean isSettled(DatabaseState state) {
        return state.started().isEmpty()
                && state.heads().ids().equals(Set.copyOf(scripts.graph().effectiveHeads()));
    }

    /**
     * Reads the lock. What is unfinished while nobody holds it is read again: it may have been finished before the lock was looked at.
     */
    private static Observation withHolder(Books books, DatabaseState state) throws SQLException {
        LockHolder holder = books.holder();
        return new Observation(holder == null ? books.read() : state, holder);
    }

    /** Tells whether nothing has happened since a run brought the database to the heads of exactly these scripts. */
    private boolean isRecognized(DatabaseState state) {
        return state.started().isEmpty() && state.isBroughtTo(scripts.hash());
    }

    /** Tells whether the history must be read: the node hash of a head covers all its ancestors, so equal ones say enough. */
    private boolean differs(DatabaseState state) {
        if (isRecognized(state)) {
            return false;
        }
        RevisionGraph graph = scripts.graph();
        return !state.heads().ids().stream().allMatch(graph::contains)
                || state.nodeHashes().entrySet().stream()
                        .anyMatch(head -> !head.getValue().equals(scripts.nodeHash(head.getKey())));
    }

    private MigrationStatus status(Session session, Observation observation) throws SQLException {
        List<HistoryRow> history = differs(observation.state()) ? new Books(session).history() : List.of();
        return status(session, observation, history);
    }

    private MigrationStatus status(Session session, Observation observation, List<HistoryRow> history)
            throws SQLException {
        DatabaseState state = observation.state();
        RevisionGraph graph = scripts.graph();
        if (isRecognized(state)) {
            return MigrationStatus.upToDate(session.info(), state.heads(), graph.size());
        }
        List<String> unknown =
                state.heads().ids().stream().filter(id -> !graph.contains(id)).toList();
        Set<String> applied = applied(state.heads(), unknown, history);
        List<RevisionScript> pending = new ArrayList<>();
        for (Revision revision : graph.revisions()) {
            if (!applied.contains(revision.id())) {
                pending.add(scripts.script(revision.id()));
            }
        }
        OpenStatements open = new OpenStatements(scripts, session.dialect(), state.started());
        MigrationState word = word(
                observation.holder() != null,
                !unknown.isEmpty(),
                !pending.isEmpty(),
                open.needSomebody(!pending.isEmpty()));
        return new MigrationStatus(
                word,
                session.info(),
                state.heads(),
                List.copyOf(Heads.of(graph.effectiveHeads()).ids()),
                applied.size(),
                pending,
                unknown,
                modified(applied, history),
                open.incomplete(),
                open.interrupted(),
                gate.among(session, pending),
                word == MigrationState.RUNNING ? observation.holder() : null);
    }

    private static MigrationState word(boolean locked, boolean unknown, boolean pending, boolean incomplete) {
        if (locked && (pending || incomplete) && !unknown) {
            return MigrationState.RUNNING;
        }
        if (incomplete && !locked) {
            return MigrationState.INCOMPLETE;
        }
        if (unknown) {
            return pending ? MigrationState.DIVERGED : MigrationState.AHEAD;
        }
        return pending ? MigrationState.BEHIND : MigrationState.UP_TO_DATE;
    }

    /** Rows that this build does not know may imply revisions of ours: then only the history can tell. */
    private Set<String> applied(Heads heads, List<String> unknown, List<HistoryRow> history) {
        List<String> known =
                heads.ids().stream().filter(id -> !unknown.contains(id)).toList();
        Set<String> applied = new HashSet<>();
        planner.applied(Heads.of(known)).forEach(revision -> applied.add(revision.id()));
        if (unknown.isEmpty()) {
            return applied;
        }
        Map<String, Boolean> told = new HashMap<>();
        for (HistoryRow row : history) {
            if (row.applies() || row.reverts()) {
                told.put(row.revision(), row.applies());
            }
        }
        told.forEach((id, is) -> {
            if (is && scripts.graph().contains(id)) {
                applied.addAll(scripts.graph().ancestors(List.of(id)));
            }
        });
        return applied;
    }

    private List<String> modified(Set<String> applied, List<HistoryRow> history) {
        Map<String, String> recorded = new HashMap<>();
        for (HistoryRow row : history) {
            if (row.checksum() != null && (row.applies() || row.event().equals("resolved"))) {
                recorded.put(row.revision(), row.checksum());
            }
        }
        List<String> modified = new ArrayList<>();
        for (Revision revision : scripts.graph().revisions()) {
            String checksum = recorded.get(revision.id());
            if (checksum != null
                    && applied.contains(revision.id())
                    && !checksum.equals(scripts.script(revision.id()).checksum())) {
                modified.add(revision.id());
            }
        }
        return modified;
    }

    private RevisionDetail detail(String id, RevisionState state, @Nullable HistoryRow row) {
        RevisionScript script = scripts.script(id);
        if (row == null || !row.applies() || state == RevisionState.PENDING) {
            return new RevisionDetail(script, state, null, null, null);
        }
        return new RevisionDetail(script, state, row.at(), row.duration(), row.user());
    }

    /**
     * What was seen.
     *
     * @param holder the session that runs migrations, asked for only where something is pending or started
     */
    private record Observation(
            DatabaseState state, @Nullable LockHolder holder) {}
}
