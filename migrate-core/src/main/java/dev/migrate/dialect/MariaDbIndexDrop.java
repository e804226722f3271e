package dev.migrate.dialect;

import dev.migrate.schema.ObjectName;

/**
 * Dropping an index that a foreign key may need: the server made an index for the key and dropped it when a wider one came, so
 * it gets one of its own again.
 */
final class MariaDbIndexDrop {

    private final MariaDbSpelling words;

    private final ObjectName table;

    private final String index;

    MariaDbIndexDrop(MariaDbSpelling words, ObjectName table, String index) {
        this.words = words;
        this.table = table;
        this.index = index;
    }

    /** Returns the one statement that does as this one does, and gives foreign keys their index back. */
    String sql(String drop) {
        String schema = table.schema() == null ? "DATABASE()" : words.literal(table.schema());
        return """
                BEGIN NOT ATOMIC
                    DECLARE EXIT HANDLER FOR 1553
                    BEGIN
                        DECLARE instead LONGTEXT;
                        SELECT GROUP_CONCAT(', ADD INDEX `', REPLACE(k.name, '`', '``'), '` (', k.names, ')' SEPARATOR '')
                          INTO instead
                          FROM (SELECT CONSTRAINT_NAME AS name,
                                       GROUP_CONCAT('`', REPLACE(COLUMN_NAME, '`', '``'), '`' ORDER BY ORDINAL_POSITION) AS names
                                  FROM information_schema.KEY_COLUMN_USAGE
                                 WHERE TABLE_SCHEMA = %1$s AND TABLE_NAME = %2$s AND REFERENCED_TABLE_NAME IS NOT NULL
                                 GROUP BY CONSTRAINT_NAME) k
                          JOIN (SELECT GROUP_CONCAT('`', REPLACE(COLUMN_NAME, '`', '``'), '`' ORDER BY SEQ_IN_INDEX) AS names
                                  FROM information_schema.STATISTICS
                                 WHERE TABLE_SCHEMA = %1$s AND TABLE_NAME = %2$s AND INDEX_NAME = %3$s) i
                            ON LEFT(CONCAT(i.names, ','), CHAR_LENGTH(k.names) + 1) = CONCAT(k.names, ',');
                        EXECUTE IMMEDIATE CONCAT(%4$s, COALESCE(instead, ''));
                    END;
                    %5$s;
                END""".formatted(
                        schema,
                        words.literal(table.name()),
                        words.literal(index),
                        words.literal(words.alter(table) + "DROP INDEX " + words.quote(index)),
                        drop);
    }
}
