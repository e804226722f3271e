package dev.migrate.sample.database;

import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Connects to an embedded PostgreSQL where no {@code spring.datasource.url} is configured. It needs nothing but the
 * environment, so that the command line can import it into its own small context.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseConfigured.class)
public class EmbeddedDatabaseConfiguration {

    @Bean
    EmbeddedDatabase embeddedDatabase(Environment environment) {
        return EmbeddedDatabase.open(dataDirectory(environment));
    }

    private static Path dataDirectory(Environment environment) {
        String configured = environment.getProperty("sample.data-directory");
        if (StringUtils.hasText(configured)) {
            return Path.of(configured);
        }
        // The application and its commands are started from the root of the repository and from the module.
        Path module = Path.of("sample-app");
        return Files.isRegularFile(module.resolve("pom.xml")) ? module.resolve(".data") : Path.of(".data");
    }
}
