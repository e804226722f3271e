package dev.migrate.script;

import dev.migrate.operation.ExecuteSql;

/**
 * One statement of a script and whether PostgreSQL lets it run in a transaction.
 *
 * @param operation the statement without comments around it and without its semicolon
 * @param kind {@link StatementKind#TRANSACTIONAL} or {@link StatementKind#NON_TRANSACTIONAL}
 */
record Statement(ExecuteSql operation, StatementKind kind) {}
