package dev.migrate.operation;

/**
 * One SQL statement as its author wrote it.
 *
 * @param sql the statement without its terminating semicolon
 * @param line the line of the file on which the statement starts, counted from 1
 */
public record ExecuteSql(String sql, int line) implements Operation {}
