package dev.migrate.run;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** Knows whether what revisions wait for has happened. */
@FunctionalInterface
public interface Prerequisites {

    /** Returns prerequisites that are always met. */
    static Prerequisites none() {
        return (session, backfills) -> Map.of();
    }

    /**
     * Returns why those of the backfills that have not finished have not, by name.
     *
     * @param backfills names, at least one
     * @return what goes on behind the name, such as {@code is RUNNING at 41 %}
     */
    Map<String, String> unmet(Session session, Collection<String> backfills) throws SQLException;
}
