package dev.migrate.run;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Step;

/** A statement of a revision was refused by the database. */
public final class StatementFailedException extends MigrateException {

    private final transient Step step;

    private final String sqlState;

    private final boolean retryable;

    StatementFailedException(
            Step step, DatabaseFailure failure, List<String> details, @Nullable String hint, Throwable cause) {
        super(failure.message(), details, hint, cause);
        this.step = step;
        this.sqlState = failure.sqlState();
        this.retryable = failure.kind() == DatabaseFailure.Kind.RETRYABLE;
    }

    /** Returns the id of the revision. */
    public String revision() {
        return step.revision().id();
    }

    /** Returns the five characters that name the kind of failure, or an empty text. */
    public String sqlState() {
        return sqlState;
    }

    Step step() {
        return step;
    }

    boolean isRetryable() {
        return retryable;
    }
}
