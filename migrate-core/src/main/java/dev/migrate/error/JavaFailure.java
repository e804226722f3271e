package dev.migrate.error;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** What an exception of an application's own code says. */
public final class JavaFailure {

    private JavaFailure() {}

    /** Returns one line. */
    public static String told(Throwable failure) {
        String message = failure.getMessage() == null
                ? ""
                : failure.getMessage().lines().findFirst().orElse("").strip();
        if (failure instanceof MigrateException) {
            return message;
        }
        String name = failure.getClass().getName();
        return message.isEmpty() ? name : name + ": " + message;
    }

    /** Returns the hint of the exception if it has one. */
    public static @Nullable String hint(Throwable failure, @Nullable String otherwise) {
        return failure instanceof MigrateException told && told.hint() != null ? told.hint() : otherwise;
    }

    /** Returns what the database refused, or {@code null} if it was something else that failed. */
    public static @Nullable SQLException ofDatabase(Throwable failure) {
        Throwable current = failure;
        while (current != null) {
            if (current instanceof SQLException sql) {
                return sql;
            }
            current = current.getCause() == current ? null : current.getCause();
        }
        return null;
    }
}
