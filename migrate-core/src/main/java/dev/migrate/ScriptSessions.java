package dev.migrate;

import java.sql.SQLException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.LexicalRules;
import dev.migrate.run.BookContents;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.QuickLook;
import dev.migrate.run.ServerWait;
import dev.migrate.run.Session;
import dev.migrate.script.FoundScripts;
import dev.migrate.script.ScriptDirectory;

/**
 * Sessions for work that needs the scripts, too: another thread reads them while the connection opens. What is wrong with the
 * scripts is told before what is wrong with the database.
 */
final class ScriptSessions {

    private final Supplier<Session> opening;

    private final @Nullable ServerWait wait;

    private final LoadedScripts scripts;

    private final AssumedDialect assumed;

    ScriptSessions(
            Supplier<Session> opening, @Nullable ServerWait wait, LoadedScripts scripts, AssumedDialect assumed) {
        this.opening = opening;
        this.wait = wait;
        this.scripts = scripts;
        this.assumed = assumed;
    }

    /** Does work that is certain to look into the scripts. */
    <T> T with(Work<T> work) {
        return with(assumed.get().lexicalRules(), work, upToDate -> null);
    }

    /** Does such work with the whole books, which are read while the scripts are looked into. */
    <T> T with(BookWork<T> work) {
        FutureTask<FoundScripts> reading = scripts.begin(assumed.get().lexicalRules());
        Session session = openWhile(reading);
        try (session) {
            BookContents contents;
            try {
                contents = BookContents.read(session);
            } catch (SQLException | MigrateException e) {
                lookInto(reading);
                throw e;
            }
            FoundScripts found = LoadedScripts.await(reading);
            return work.in(session, directory(found, session, contents.isBroughtTo(found)), contents);
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
        return with(null, work, shortcut);
    }

    private <T> T with(@Nullable LexicalRules ahead, Work<T> work, Function<MigrationStatus, @Nullable T> shortcut) {
        FutureTask<FoundScripts> reading = scripts.begin(ahead);
        Session session = openWhile(reading);
        try (session) {
            FoundScripts found = LoadedScripts.await(reading);
            MigrationStatus upToDate = QuickLook.status(session, found);
            T answer = upToDate == null ? null : shortcut.apply(upToDate);
            return answer == null ? work.in(session, directory(found, session, upToDate != null)) : answer;
        } catch (SQLException e) {
            throw session.explain(e);
        }
    }

    private Session openWhile(FutureTask<FoundScripts> reading) {
        try {
            return opening.get();
        } catch (MigrateException e) {
            lookInto(reading);
            if (wait == null) {
                throw e;
            }
            return wait.open(opening, e);
        }
    }

    private void lookInto(FutureTask<FoundScripts> reading) {
        LoadedScripts.await(reading).directory(assumed.get().lexicalRules());
    }

    /** The run that brought the database to these scripts has found nothing wrong with them. */
    private static ScriptDirectory directory(FoundScripts found, Session session, boolean recognized) {
        LexicalRules rules = session.dialect().lexicalRules();
        return recognized ? found.outline(rules) : found.directory(rules);
    }

    /** What is done with a session and the scripts. */
    @FunctionalInterface
    interface Work<T> {
        T in(Session session, ScriptDirectory known) throws SQLException;
    }

    /** What is done with a session, the scripts and the books. */
    @FunctionalInterface
    interface BookWork<T> {
        T in(Session session, ScriptDirectory known, BookContents contents) throws SQLException;
    }
}
