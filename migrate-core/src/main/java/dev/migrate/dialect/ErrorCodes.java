package dev.migrate.dialect;

import java.sql.SQLException;
import java.util.Set;

import dev.migrate.dialect.DatabaseFailure.Kind;

/** The codes of a database by what they mean for a run. */
record ErrorCodes(Set<Integer> retryable, Set<Integer> disconnected, Set<Integer> forbidden) {

    /** Returns the code of the driver's own exception, which may be wrapped, or 0 if there is none. */
    static int of(SQLException failure) {
        Throwable current = failure;
        while (current != null) {
            if (current instanceof SQLException sql && sql.getErrorCode() != 0) {
                return sql.getErrorCode();
            }
            current = current.getCause();
        }
        return 0;
    }

    Kind kind(int code, String sqlState) {
        if (retryable.contains(code)) {
            return Kind.RETRYABLE;
        }
        if (disconnected.contains(code) || sqlState.startsWith("08")) {
            return Kind.DISCONNECTED;
        }
        return forbidden.contains(code) ? Kind.FORBIDDEN : Kind.PERMANENT;
    }
}
