package dev.migrate;

import java.sql.SQLException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.QuickLook;
import dev.migrate.run.Session;
import dev.migrate.script.FoundScripts;
import dev.migrate.script.ScriptDirectory;

/**
 * Sessions for work that needs the scripts, too: another thread reads them while the connection opens. What is wrong with the
 * scripts is told before what is wrong with the database.
 */
final class ScriptSessions {

    private final Supplier<Session> opening;

    private final LoadedScripts scripts;

    private final AssumedDialect assumed;

    ScriptSessions(Supplier<Session> opening, LoadedScripts scripts, AssumedDialect assumed) {
        this.opening = opening;
        this.scripts = scripts;
        this.assumed = assumed;
    }

    /** Does work that is certain to look into the scripts. */
    <T> T with(Work<T> work) {
        return with(session -> true, (session, known, nothing) -> work.in(session, known));
    }

    /**
     * Does such work with an answer of the database.
     *
     * @param question does not depend on the scripts, and is asked while they are looked into
     */
    <A, T> T with(Question<A> question, AnsweredWork<A, T> work) {
        FutureTask<FoundScripts> reading = scripts.begin(assumed.get().lexicalRules());
        Session session = openWhile(reading);
        try (session) {
            A answer;
            try {
                answer = question.ask(session);
            } catch (SQLException | MigrateException e) {
                lookInto(reading);
                throw e;
            }
            return work.in(session, directory(LoadedScripts.await(reading), session), answer);
        } catch (SQLException e) {
            throw session.explain(e);
        }
    }

    /**
     * Does work that may not need to look into the scripts.
     *
     * @param shortcut answers for a database that is up to date, if it can
     */
    <T> T with(Work<T> work, Function<MigrationStatus, @Nullable T> shortcut) {
        FutureTask<FoundScripts> reading = scripts.begin(null);
        Session session = openWhile(reading);
        try (session) {
            FoundScripts found = LoadedScripts.await(reading);
            MigrationStatus upToDate = QuickLook.status(session, found);
            T answer = upToDate == null ? null : shortcut.apply(upToDate);
            return answer == null ? work.in(session, directory(found, session)) : answer;
        } catch (SQLException e) {
            throw session.explain(e);
        }
    }

    private Session openWhile(FutureTask<FoundScripts> reading) {
        try {
            return opening.get();
        } catch (MigrateException e) {
            lookInto(reading);
            throw e;
        }
    }

    private void lookInto(FutureTask<FoundScripts> reading) {
        LoadedScripts.await(reading).directory(assumed.get().lexicalRules());
    }

    private static ScriptDirectory directory(FoundScripts found, Session session) {
        return found.directory(session.dialect().lexicalRules());
    }

    /** What is done with a session and the scripts. */
    @FunctionalInterface
    interface Work<T> {
        T in(Session session, ScriptDirectory known) throws SQLException;
    }

    /** What is asked of the database alone. */
    @FunctionalInterface
    interface Question<A> {
        A ask(Session session) throws SQLException;
    }

    /** What is done with a session, the scripts and an answer. */
    @FunctionalInterface
    interface AnsweredWork<A, T> {
        T in(Session session, ScriptDirectory known, A answer) throws SQLException;
    }
}
