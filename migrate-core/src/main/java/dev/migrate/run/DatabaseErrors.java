package dev.migrate.run;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;

/** Turns what a driver throws outside of a script's statements into something to act on. */
final class DatabaseErrors {

    /** A server of PostgreSQL that stops, has crashed, starts, or has no connection left (appendix A of its manual). */
    private static final Set<String> PASSING = Set.of("57P01", "57P02", "57P03", "53300");

    private static final Pattern ADDRESS = Pattern.compile("(jdbc:\\w+:)\\S+");

    private DatabaseErrors() {}

    static MigrateException cannotConnect(SQLException e) {
        String message = line(e);
        Throwable cause = e.getCause();
        // The driver has said itself where nobody listens; of other causes it says only that there is one.
        if (cause instanceof IOException && !(cause instanceof ConnectException)) {
            message += " " + (cause instanceof UnknownHostException ? "There is no host " : "") + line(cause);
        }
        // A driver that cannot read an address repeats it, with the password that may be in it.
        message = ADDRESS.matcher(message).replaceAll("$1…");
        String failure = "Can't connect to the database: " + message.strip();
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return mayPass(state)
                ? new UnreachableException(failure, hint(state, message), e)
                : new MigrateException(failure, List.of(), hint(state, message), e);
    }

    /** Class 08 is about connections (SQL standard, 24.1); 08004 is of a server that does not want this one. */
    private static boolean mayPass(String state) {
        return PASSING.contains(state) || (state.startsWith("08") && !state.equals("08004"));
    }

    private static String line(Throwable failure) {
        return failure.getMessage() == null
                ? ""
                : failure.getMessage().lines().findFirst().orElse("");
    }

    private static String hint(String state, String message) {
        return switch (state) {
            case "28P01", "28000" ->
                message.contains("pg_hba.conf")
                        ? "The server lets nobody in from here in this way: look into its pg_hba.conf, or add sslmode=require to"
                                + " the address."
                        : "Check migrate.username and migrate.password, or those of spring.datasource.";
            case "3D000" -> "Create the database, or correct the name in the URL.";
            case "53300" -> "The server or the role allows no more connections: end some, or raise the limit.";
            case "57P03" ->
                "The server starts or stops, or recovers: try again in a while, or set migrate.connect-wait.";
            default -> "Check that the server runs and that spring.datasource.url or migrate.url points to it.";
        };
    }

    static MigrateException unexpected(Dialect dialect, SQLException e) {
        DatabaseFailure failure = dialect.explain(e);
        if (failure.kind() == DatabaseFailure.Kind.DISCONNECTED) {
            return new UnreachableException(
                    "The connection to the database was lost: " + failure.message(),
                    "Nothing is half done unless `migrate status` says so. Run again.",
                    e);
        }
        return new MigrateException(failure.message(), List.of(), dialect.adviceFor(failure), e);
    }
}
