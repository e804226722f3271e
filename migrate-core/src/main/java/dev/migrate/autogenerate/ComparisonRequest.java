package dev.migrate.autogenerate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a person wants a database and a model compared.
 *
 * @param renames what has another name in the model than in the database
 * @param question asked about what else looks renamed, or {@code null} where nobody can answer: nothing else is renamed then
 * @param unknownTables what is proposed for tables that the model does not know
 * @param form how many revisions the differences become
 */
public record ComparisonRequest(
        List<Rename> renames, @Nullable RenameQuestion question, UnknownTables unknownTables, RevisionForm form) {

    /** Copies the list. */
    public ComparisonRequest {
        renames = List.copyOf(renames);
    }

    /** Creates one for a single revision. */
    public ComparisonRequest(List<Rename> renames, @Nullable RenameQuestion question, UnknownTables unknownTables) {
        this(renames, question, unknownTables, RevisionForm.AT_ONCE);
    }

    /** Returns the usual one: nothing is renamed, and unknown tables are kept. */
    public static ComparisonRequest usual() {
        return new ComparisonRequest(List.of(), null, UnknownTables.KEPT);
    }
}
