package dev.migrate.run;

/**
 * Who runs: written into the history, and shown by the database for the session of a run.
 *
 * @param name the application's name, empty if it has none
 * @param version its version, empty if unknown
 */
public record Application(String name, String version) {

    /** Returns what the database shows other people for a session of this application that changes the schema or the books. */
    String sessionName() {
        return name.isEmpty() ? "migrate" : "migrate " + name;
    }
}
