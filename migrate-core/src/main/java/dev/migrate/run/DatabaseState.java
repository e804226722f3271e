package dev.migrate.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;

/**
 * What the books say, read at one moment.
 *
 * @param heads the rows of the version table
 * @param nodeHashes for each head the node hash that the history recorded last, where it did
 * @param started statements that were started and never confirmed
 * @param directoryHash of the scripts with which the newest event brought the database to these heads, or {@code null}
 */
record DatabaseState(
        Heads heads,
        Map<String, String> nodeHashes,
        List<Started> started,
        @Nullable String directoryHash) {

    /** Tells whether scripts of this hash brought the database to its heads, and nothing has happened since. */
    boolean isBroughtTo(@Nullable String hash) {
        return hash != null && hash.equals(directoryHash);
    }

    /** A statement that was started and never confirmed, in a script of which the checksum was recorded. */
    record Started(
            String revision,
            Direction direction,
            int statement,
            Instant at,
            @Nullable String checksum) {}
}
