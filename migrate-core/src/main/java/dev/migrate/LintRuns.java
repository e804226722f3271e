package dev.migrate;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.error.Spelling;
import dev.migrate.lint.LintMode;
import dev.migrate.lint.LintReport;
import dev.migrate.lint.Linter;
import dev.migrate.lint.Linting;
import dev.migrate.lint.ServerReader;
import dev.migrate.lint.rule.Finding;
import dev.migrate.lint.rule.ServerFacts;
import dev.migrate.lint.trace.TracedStatement;
import dev.migrate.lint.trace.Tracer;
import dev.migrate.operation.LexicalRule;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Revision;
import dev.migrate.run.RunListener;
import dev.migrate.run.Session;
import dev.migrate.run.StatusReader;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;

/** Lints what a command or a run is about. */
final class LintRuns {

    private final Linting linting;

    LintRuns(Linting linting) {
        this.linting = linting;
    }

    LintReport pending(Session session, ScriptDirectory known) throws SQLException {
        List<String> ids = new StatusReader(known)
                .status(session).pending().stream().map(RevisionScript::id).toList();
        return lint(known, ids, session);
    }

    LintReport range(ScriptDirectory known, List<Revision> revisions, Dialect dialect) {
        checkKnown(dialect);
        return linter().lint(known, revisions.stream().map(Revision::id).toList(), ServerFacts.unknown());
    }

    /** Returns a listener that lints a plan before anything of it is done, or the same one where runs ask no rules. */
    RunListener before(Session session, ScriptDirectory known, RunListener listener) {
        boolean asked = linting.settings().mode() != LintMode.OFF && isKnown(session.dialect());
        return asked ? new Listeners(List.of(new Gate(session, known, listener), listener)) : listener;
    }

    /**
     * Runs what is pending on a copy.
     *
     * @param opening connects to the copy
     */
    List<TracedStatement> trace(Session session, ScriptDirectory known, Supplier<Session> opening) throws SQLException {
        checkKnown(session.dialect());
        Set<String> pending = new StatusReader(known)
                .status(session).pending().stream().map(RevisionScript::id).collect(Collectors.toSet());
        try (Session copy = opening.get();
                Session watcher = opening.get()) {
            checkKnown(copy.dialect());
            settle(copy);
            Heads there = copy.heads();
            if (!there.isEmpty() && !there.equals(session.heads())) {
                throw new MigrateException(
                        "The copy is at " + there + ", the database at " + session.heads(),
                        "Give an empty database, or a fresh copy of the one that is to be upgraded.");
            }
            Tracer tracer = new Tracer(copy.connection(), watcher.connection(), copy.dialect());
            List<TracedStatement> traced = new ArrayList<>();
            for (Revision revision : known.graph().revisions()) {
                RevisionScript script = known.script(revision.id());
                if (pending.contains(revision.id())) {
                    traced.addAll(tracer.run(script));
                } else if (there.isEmpty()) {
                    tracer.run(script);
                }
            }
            return traced;
        } catch (SQLException e) {
            throw session.explain(e);
        }
    }

    private static void settle(Session copy) throws SQLException {
        if (!copy.surroundings().schemaExists()) {
            try (Statement statement = copy.connection().createStatement()) {
                statement.execute(
                        "CREATE SCHEMA " + copy.dialect().quote(copy.books().schema()));
            }
        }
        copy.settle();
    }

    private LintReport lint(ScriptDirectory known, Collection<String> ids, Session session) throws SQLException {
        checkKnown(session.dialect());
        return linter().lint(known, ids, ServerReader.read(session.connection()));
    }

    private Linter linter() {
        return new Linter(linting.settings(), linting.rules());
    }

    private static boolean isKnown(Dialect dialect) {
        return dialect.lexicalRules().has(LexicalRule.POSTGRESQL_STATEMENTS);
    }

    private static void checkKnown(Dialect dialect) {
        if (!isKnown(dialect)) {
            throw new MigrateException(
                    "Lint knows the locks of PostgreSQL, not those of " + dialect.name(),
                    "Nothing was looked at. Set migrate.url to the database that the revisions are for.");
        }
    }

    /** Asks the rules when a run has found something to do. */
    private final class Gate implements RunListener {

        private final Session session;

        private final ScriptDirectory known;

        private final RunListener listener;

        Gate(Session session, ScriptDirectory known, RunListener listener) {
            this.session = session;
            this.known = known;
            this.listener = listener;
        }

        @Override
        public void runStarted(Plan plan) {
            List<Finding> errors = errors(plan);
            if (!errors.isEmpty() && linting.settings().mode() == LintMode.FAIL) {
                throw refusal(errors);
            }
            errors.forEach(finding -> listener.warning(line(finding)));
        }

        private List<Finding> errors(Plan plan) {
            List<String> ids =
                    plan.steps().stream().map(step -> step.revision().id()).toList();
            try {
                return lint(known, ids, session).errors();
            } catch (SQLException | RuntimeException e) {
                MigrateException failure = new MigrateException(
                        "Lint has failed: " + e,
                        List.of("Nothing was run."),
                        "Correct the rule if it is one of the application's own; migrate.lint=off does not ask any.",
                        e);
                if (linting.settings().mode() == LintMode.FAIL) {
                    throw failure;
                }
                // Who only wants to be told must not be kept from running by that.
                listener.warning(String.valueOf(failure.getMessage()));
                return List.of();
            }
        }

        private MigrateException refusal(List<Finding> errors) {
            List<String> details = new ArrayList<>();
            errors.forEach(finding -> details.add(line(finding)));
            details.add("Nothing was run.");
            return new MigrateException(
                    "Lint has found " + Spelling.count(errors.size(), "error") + " in the pending revisions",
                    details,
                    "`migrate lint` shows how to do the same safely. What is meant is allowed by"
                            + " `-- migrate:allow rule-id reason` before the statement; migrate.lint=warn only tells.",
                    null);
        }
    }

    private static String line(Finding finding) {
        return finding.place() + ": " + finding.rule() + ": " + finding.message();
    }
}
