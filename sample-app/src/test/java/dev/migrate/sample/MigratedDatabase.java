package dev.migrate.sample;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives an application under test a database of its own with the whole history applied. */
class MigratedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            try (Connection connection = server.getPostgresDatabase().getConnection()) {
                for (RevisionFile file : RevisionFile.history()) {
                    file.up(connection);
                }
            }
            TestPropertyValues.of("spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"))
                    .applyTo(context);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
