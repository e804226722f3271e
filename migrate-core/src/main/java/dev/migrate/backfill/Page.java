package dev.migrate.backfill;

import java.util.List;

/**
 * The next rows in the order of the key.
 *
 * @param first key of the first row, as text; empty where there are no rows
 * @param last key of the last row, as text
 * @param rows how many there are
 */
record Page(List<String> first, List<String> last, long rows) {

    boolean isEmpty() {
        return rows == 0;
    }
}
