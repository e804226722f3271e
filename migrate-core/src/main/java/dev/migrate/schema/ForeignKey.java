package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Columns whose values must be those of a row of another table.
 *
 * @param name the constraint's name, or {@code null} where the database chooses one
 * @param columns of this table
 * @param target the other table
 * @param targetColumns of the other table; empty for its primary key
 * @param onDelete what happens to the rows here when the one there goes
 * @param onUpdate what happens to the rows here when the key there changes
 * @param deferral when it is checked
 * @param validity whether the rows that are there are known to satisfy it
 * @param match what holds where some of the columns are empty
 */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        ObjectName target,
        List<String> targetColumns,
        Action onDelete,
        Action onUpdate,
        Deferral deferral,
        Validity validity,
        Match match)
        implements Constraint {

    /** What happens to rows whose target changes or goes. */
    public enum Action {
        /** It is refused, at the latest at the commit. */
        NO_ACTION,
        /** It is refused at once. */
        RESTRICT,
        /** They change or go, too. */
        CASCADE,
        /** Their columns are emptied. */
        SET_NULL,
        /** Their columns get their defaults. */
        SET_DEFAULT
    }

    /** What holds for rows some of whose columns are empty. */
    public enum Match {
        /** They satisfy it. */
        SIMPLE,
        /** They are refused; all of the columns are empty or none is. */
        FULL
    }

    /** Copies the lists. */
    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** Creates a key that rows with an empty column satisfy. */
    public ForeignKey(
            @Nullable String name,
            List<String> columns,
            ObjectName target,
            List<String> targetColumns,
            Action onDelete,
            Action onUpdate,
            Deferral deferral,
            Validity validity) {
        this(name, columns, target, targetColumns, onDelete, onUpdate, deferral, validity, Match.SIMPLE);
    }

    @Override
    public ForeignKey named(String other) {
        return new ForeignKey(other, columns, target, targetColumns, onDelete, onUpdate, deferral, validity, match);
    }
}
