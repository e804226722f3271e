package dev.migrate.test;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * What is said about the server for tests.
 *
 * @param url of a database on a server that runs already, or {@code null} for one that is started
 * @param image of the container that is started where Docker answers
 */
record ServerSettings(@Nullable String url, String image) {

    private static final String PREFIX = "migrate.test.postgresql.";

    static ServerSettings of(Environment environment) {
        String url = environment.getProperty(PREFIX + "url");
        return new ServerSettings(
                url == null || url.isBlank() ? null : url, environment.getProperty(PREFIX + "image", "postgres:18"));
    }
}
