package dev.migrate.run;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Step;

/** A statement of a revision was refused by the database. */
public final class StatementFailedException extends MigrateException {

    private final String revision;

    private final String sqlState;

    StatementFailedException(
            Step step, DatabaseFailure failure, List<String> details, @Nullable String hint, Throwable cause) {
        super(failure.message(), details, hint, cause);
        this.revision = step.revision().id();
        this.sqlState = failure.sqlState();
    }

    /** Returns the id of the revision. */
    public String revision() {
        return revision;
    }

    /** Returns the five characters that name the kind of failure, or an empty text. */
    public String sqlState() {
        return sqlState;
    }
}
