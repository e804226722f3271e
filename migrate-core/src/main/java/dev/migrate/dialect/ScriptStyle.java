package dev.migrate.dialect;

/**
 * What surrounds printed SQL so that the database's own client runs it as we would.
 *
 * @param opening lines that make the client stop at the first failure, or empty where it does so anyway
 * @param begin the statement that begins a transaction
 * @param schema where the books are kept if nobody says so and no database can be asked; empty for wherever the client is
 * @param delimiter the client's command that names what ends a statement, needed around programs; empty where the client knows their end
 */
public record ScriptStyle(String opening, String begin, String schema, String delimiter) {

    /** Creates a style for a client that knows where a program ends. */
    public ScriptStyle(String opening, String begin, String schema) {
        this(opening, begin, schema, "");
    }

    /** Returns the statement as the client is to read it, with what ends it. */
    public String terminated(String sql) {
        if (delimiter.isEmpty() || sql.indexOf(';') < 0) {
            return sql + ";";
        }
        String end = "//";
        while (sql.contains(end)) {
            end += "/";
        }
        return delimiter + " " + end + "\n" + sql + "\n" + end + "\n" + delimiter + " ;";
    }
}
