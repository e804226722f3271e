package dev.migrate.run;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.JavaFailure;

/** Tells which part of a run failed. */
final class FailedPart extends SQLException {

    private final transient RunPart part;

    private final boolean transactionEnded;

    private FailedPart(RunPart part, String message, @Nullable String sqlState, @Nullable Throwable cause) {
        super(message, sqlState, cause);
        this.part = part;
        this.transactionEnded = sqlState == null;
    }

    /** The database refused it. */
    static FailedPart refused(RunPart part, SQLException cause) {
        String state = cause.getSQLState();
        return new FailedPart(part, String.valueOf(cause.getMessage()), state == null ? "" : state, cause);
    }

    /** It is Java code that threw something which is not the database's. */
    static FailedPart threw(JavaCode part, Throwable cause) {
        return new FailedPart(part, JavaFailure.told(cause), "", cause);
    }

    /** It is Java code that ended the transaction, so that a part of the revision may be committed. */
    static FailedPart ended(JavaCode part) {
        return new FailedPart(part, "The Java code ended the transaction of the run", null, null);
    }

    RunPart part() {
        return part;
    }

    boolean hasEndedTransaction() {
        return transactionEnded;
    }
}
