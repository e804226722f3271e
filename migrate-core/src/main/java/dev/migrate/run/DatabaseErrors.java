package dev.migrate.run;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;

/** Turns what a driver throws outside of a script's statements into something to act on. */
final class DatabaseErrors {

    private static final Pattern ADDRESS = Pattern.compile("(jdbc:\\w+:)\\S+");

    private DatabaseErrors() {}

    static MigrateException cannotConnect(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String hint =
                switch (state) {
                    case "28P01", "28000" ->
                        "Check migrate.username and migrate.password, or those of spring.datasource.";
                    case "3D000" -> "Create the database, or correct the name in the URL.";
                    default -> "Check that the server runs and that spring.datasource.url or migrate.url points to it.";
                };
        String message =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        // A driver that cannot read an address repeats it, with the password that may be in it.
        message = ADDRESS.matcher(message).replaceAll("$1…");
        return new MigrateException("Can't connect to the database: " + message, List.of(), hint, e);
    }

    static MigrateException unexpected(Dialect dialect, SQLException e) {
        DatabaseFailure failure = dialect.explain(e);
        if (failure.kind() == DatabaseFailure.Kind.DISCONNECTED) {
            return new MigrateException(
                    "The connection to the database was lost: " + failure.message(),
                    List.of(),
                    "Nothing is half done unless `migrate status` says so. Run again.",
                    e);
        }
        return new MigrateException(failure.message(), List.of(), dialect.adviceFor(failure), e);
    }
}
