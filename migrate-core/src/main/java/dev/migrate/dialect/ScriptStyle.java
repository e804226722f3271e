package dev.migrate.dialect;

/**
 * What surrounds printed SQL so that the database's own client runs it as we would.
 *
 * @param opening lines that make the client stop at the first failure, or empty where it does so anyway
 * @param begin the statement that begins a transaction
 * @param schema where the books are kept if nobody says so and no database can be asked; empty for wherever the client is
 */
public record ScriptStyle(String opening, String begin, String schema) {}
