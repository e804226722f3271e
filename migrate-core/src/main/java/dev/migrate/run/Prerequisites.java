package dev.migrate.run;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Knows whether what revisions wait for has happened. */
public interface Prerequisites {

    /** Returns prerequisites that are always met. */
    static Prerequisites none() {
        return new Prerequisites() {
            @Override
            public Map<String, String> unmet(Session session, Collection<String> backfills) {
                return Map.of();
            }

            @Override
            public List<String> guard(Session session, String backfill) {
                return List.of();
            }
        };
    }

    /**
     * Returns why those of the backfills that have not finished have not, by name.
     *
     * @param backfills names, at least one
     * @return what goes on behind the name, such as {@code is RUNNING at 41 %}
     */
    Map<String, String> unmet(Session session, Collection<String> backfills) throws SQLException;

    /**
     * Returns the statements of a printed run that fail unless a backfill has finished by then.
     *
     * @param session may have no connection
     */
    List<String> guard(Session session, String backfill);
}
