package dev.migrate.dialect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Where the books are kept: the version table, whose rows are the heads, and the history table.
 *
 * @param schema the schema of both, as the database spells it
 * @param version name of the version table
 * @param history name of the history table
 */
public record BookTables(String schema, String version, String history) {

    /** Returns 32 bytes that stand for these books where the name of a lock has no room for theirs. */
    byte[] hash(String prefix) {
        String name = prefix + schema + "." + version;
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
