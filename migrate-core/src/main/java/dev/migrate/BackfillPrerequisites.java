package dev.migrate;

import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.backfill.BackfillControl;
import dev.migrate.backfill.FinishedGuard;
import dev.migrate.run.Prerequisites;
import dev.migrate.run.Session;

/** Has revisions wait for an application's backfills. */
final class BackfillPrerequisites implements Prerequisites {

    private final Backfills backfills;

    BackfillPrerequisites(Backfills backfills) {
        this.backfills = backfills;
    }

    @Override
    public Map<String, String> unmet(Session session, Collection<String> names) throws SQLException {
        Map<String, String> unmet = new LinkedHashMap<>();
        if (!session.dialect().sharesBackfills()) {
            names.forEach(
                    name -> unmet.put(name, "cannot run on " + session.dialect().name()));
            return unmet;
        }
        BackfillControl control = backfills.control(session);
        return session.aside(() -> {
            for (String name : names) {
                String why = control.unfinished(name, backfills.find(name));
                if (why != null) {
                    unmet.put(name, why);
                }
            }
            return unmet;
        });
    }

    @Override
    public List<String> guard(Session session, String name) {
        return List.of(FinishedGuard.of(session.dialect(), session.books().schema(), name, backfills.find(name)));
    }
}
