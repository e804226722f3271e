package dev.migrate.dialect;

import dev.migrate.schema.ObjectName;

/**
 * A change of one column as a program that asks the server what the column is, and says all of it again with one piece changed:
 * {@code MODIFY COLUMN} forgets what it is not told.
 */
final class MariaDbColumnChange {

    private final MariaDbSpelling words;

    private final ObjectName table;

    private final String column;

    private String type = "COLUMN_TYPE";

    private String collation =
            "COALESCE(CONCAT(' CHARACTER SET ', CHARACTER_SET_NAME, ' COLLATE ', COLLATION_NAME), '')";

    private String expression = "NULLIF(GENERATION_EXPRESSION, '')";

    private String emptiness = "IF(IS_NULLABLE = 'YES', ' NULL', ' NOT NULL')";

    private String defaultValue = "COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), '')";

    private String identity = "IF(EXTRA LIKE '%auto_increment%', ' AUTO_INCREMENT', '')";

    private String comment = "QUOTE(COLUMN_COMMENT)";

    private String check = "";

    private String option = "";

    private boolean refusedForGenerated;

    MariaDbColumnChange(MariaDbSpelling words, ObjectName table, String column) {
        this.words = words;
        this.table = table;
        this.column = column;
    }

    /**
     * Changes the type.
     *
     * @param to as it is spelled
     * @param collationName as it is spelled, empty for that of the table
     */
    MariaDbColumnChange type(String to, String collationName) {
        type = words.literal(to);
        collation = words.literal(collationName.isEmpty() ? "" : " COLLATE " + collationName);
        // The condition that makes a text JSON goes with the type.
        check = " AND k.CHECK_CLAUSE NOT LIKE 'json\\_valid(%'";
        return this;
    }

    /** Changes whether it may be empty: {@code NULL} or {@code NOT NULL}, with a blank before it. */
    MariaDbColumnChange emptiness(String to) {
        emptiness = words.literal(to);
        refusedForGenerated = true;
        return this;
    }

    MariaDbColumnChange withoutDefault() {
        defaultValue = "''";
        return this;
    }

    MariaDbColumnChange comment(String to) {
        comment = words.literal(to);
        return this;
    }

    /** Changes whether it numbers rows; the option, with a blank before it, says where that begins. */
    MariaDbColumnChange identity(String to, String tableOption) {
        identity = words.literal(to);
        defaultValue = "''";
        option = tableOption.isEmpty() ? "" : "," + tableOption;
        return this;
    }

    MariaDbColumnChange expression(String to) {
        expression = words.literal(to);
        return this;
    }

    MariaDbColumnChange withoutExpression() {
        expression = "NULL";
        return this;
    }

    /** Returns the one statement that makes the change. */
    String sql() {
        String schema = table.schema() == null ? "DATABASE()" : words.literal(table.schema());
        return """
                BEGIN NOT ATOMIC
                    DECLARE definition, kept LONGTEXT;
                    SELECT CONCAT(
                               %1$s,
                               %2$s,
                               COALESCE(
                                   CONCAT(' GENERATED ALWAYS AS (', %3$s, ') ', IF(EXTRA LIKE '%%STORED%%', 'STORED', 'VIRTUAL')%4$s),
                                   CONCAT(
                                       %5$s,
                                       %6$s,
                                       IF(EXTRA LIKE '%%on update %%', CONCAT(' ON UPDATE ', REGEXP_SUBSTR(SUBSTRING_INDEX(EXTRA, 'on update ', -1), '^[^ ,]*')), ''),
                                       %7$s)),
                               IF(EXTRA LIKE '%%INVISIBLE%%', ' INVISIBLE', ''),
                               ' COMMENT ', %8$s,
                               COALESCE((SELECT CONCAT(' CHECK (', k.CHECK_CLAUSE, ')') FROM information_schema.CHECK_CONSTRAINTS k
                                          WHERE k.CONSTRAINT_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
                                            AND k.CONSTRAINT_NAME = c.COLUMN_NAME AND k.LEVEL = 'Column'%9$s), '')),
                           %6$s
                      INTO definition, kept
                      FROM information_schema.COLUMNS c
                     WHERE c.TABLE_SCHEMA = %10$s AND c.TABLE_NAME = %11$s AND c.COLUMN_NAME = %12$s;
                    IF kept LIKE '%%?%%' THEN
                        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The default of the column may hold a character that information_schema does not show';
                    END IF;
                    EXECUTE IMMEDIATE CONCAT(%13$s, COALESCE(definition, 'int')%14$s);
                END""".formatted(
                        type,
                        collation,
                        expression,
                        refusedForGenerated ? ", " + emptiness : "",
                        emptiness,
                        defaultValue,
                        identity,
                        comment,
                        check,
                        schema,
                        words.literal(table.name()),
                        words.literal(column),
                        words.literal(words.alter(table) + "MODIFY COLUMN " + words.quote(column) + " "),
                        option.isEmpty() ? "" : ", " + words.literal(option));
    }
}
