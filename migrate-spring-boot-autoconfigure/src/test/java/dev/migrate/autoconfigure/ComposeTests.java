package dev.migrate.autoconfigure;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import dev.migrate.Migrator;
import dev.migrate.autoconfigure.shop.ShopApplication;
import dev.migrate.run.MigrationState;
import dev.migrate.testing.RequiresDocker;

import static org.assertj.core.api.Assertions.assertThat;

/** A real database that Docker Compose starts for the application, and no URL anywhere. */
@RequiresDocker
@EnabledIf(value = "isInstalled", disabledReason = "Docker has no command compose on this machine")
class ComposeTests {

    static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("docker", "compose", "version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void theDatabaseOfDockerComposeIsMigratedAtTheStart() {
        // Needed until the JVM ends, which is when Boot takes everything down.
        String file = "src/test/resources/compose.yaml";
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ShopApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.docker.compose.skip.in-tests=false",
                        "--spring.docker.compose.file=" + file,
                        "--spring.docker.compose.stop.command=down",
                        "--spring.docker.compose.stop.arguments=--volumes",
                        "--spring.jpa.hibernate.ddl-auto=validate",
                        "--migrate.locations=classpath:revisions/two",
                        "--migrate.auto-run=true")) {
            assertThat(context.getBean(Migrator.class).status().state()).isEqualTo(MigrationState.UP_TO_DATE);
        }
    }
}
