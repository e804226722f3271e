package dev.migrate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migrate.autogenerate.Autogenerate;
import dev.migrate.autogenerate.Autogeneration;
import dev.migrate.autogenerate.ComparisonRequest;
import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.Proposal;
import dev.migrate.backfill.BackfillControl;
import dev.migrate.dialect.BookTables;
import dev.migrate.error.MigrateException;
import dev.migrate.run.MigrationState;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.Session;
import dev.migrate.run.StatusReader;
import dev.migrate.script.ScriptDirectory;

/** Compares the database with the application's model, once all revisions are applied. */
final class ModelComparison {

    private final Autogeneration autogeneration;

    private final ScriptDirectory scripts;

    ModelComparison(Autogeneration autogeneration, ScriptDirectory scripts) {
        this.autogeneration = autogeneration;
        this.scripts = scripts;
    }

    Proposal propose(Session session, ComparisonRequest request) throws SQLException {
        checkUpToDate(new StatusReader(scripts).status(session));
        BookTables books = session.books();
        Set<String> names = Set.of(books.version(), books.history(), BackfillControl.TABLE, BackfillControl.RANGES);
        Model model = autogeneration.model().read(session.connection(), session.dialect(), books.schema());
        Proposal proposal = new Autogenerate(session.dialect(), books.schema(), names, autogeneration.filter())
                .propose(session.connection(), model, request);
        return autogeneration.customized(proposal);
    }

    private static void checkUpToDate(MigrationStatus status) {
        if (status.state() == MigrationState.UP_TO_DATE) {
            return;
        }
        List<String> details = new ArrayList<>();
        if (!status.pending().isEmpty()) {
            details.add(status.pending().size() + " pending, the first "
                    + status.pending().get(0).id() + ": "
                    + status.pending().get(0).revision().message());
        }
        if (!status.unknown().isEmpty()) {
            details.add("It is ahead of this build, which does not know " + String.join(", ", status.unknown()) + ".");
        }
        throw new MigrateException("Target database is not up to date.", details, hint(status), null);
    }

    private static String hint(MigrationStatus status) {
        return switch (status.state()) {
            case INCOMPLETE ->
                "`migrate status` shows the statement that was interrupted; settle it with `migrate resolve`.";
            case RUNNING -> "Another process upgrades it; try again when that is done.";
            case AHEAD, DIVERGED -> "Get the revisions that it has, then try again.";
            default -> "Run `migrate upgrade`, then try again: only a database with all revisions can be compared.";
        };
    }
}
