package dev.migrate.actuate;

import java.util.Map;

/**
 * The kept states of the application's databases.
 *
 * @param byName one for each {@link dev.migrate.Migrator}, by the name of its bean
 */
record StatusCaches(Map<String, StatusCache> byName) {}
