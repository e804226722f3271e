package dev.migrate.operation;

import java.util.function.Consumer;

/** Operations on rows, and those that are SQL or Java. */
interface DataOperations extends Recorder {

    /**
     * Inserts rows.
     *
     * <pre>{@code
     * op.insert("languages", rows -> rows.columns("code", "name").row("de", "German").row("fr", "French"));
     * }</pre>
     */
    default void insert(String table, Consumer<RowsDefinition> rows) {
        add(RowsDefinition.build(named(table), rows));
    }

    /**
     * Runs SQL, which cannot be reversed.
     *
     * @param sql one or several statements, in the database's own spelling
     */
    default void execute(String sql) {
        add(new ExecuteSql(sql, 0));
    }

    /**
     * Runs Java code on the run's own connection, in the revision's transaction; it cannot be printed, nor reversed.
     *
     * <pre>{@code
     * op.run(jdbc -> jdbc.sql("UPDATE calls SET lang = ?").param(guess(…)).update());
     * }</pre>
     */
    default void run(RevisionCode code) {
        add(new RunCode(code));
    }
}
