package dev.migrate.actuate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

import dev.migrate.autoconfigure.shop.ShopDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

/** Runs what {@code docs/how-to/secure-the-endpoint.md} says of a login. */
class SecuredEndpointTests {

    private final ShopDatabase database = new ShopDatabase();

    private final ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
            .run(
                    "--spring.datasource.url=" + database.url(),
                    "--migrate.locations=classpath:revisions/two",
                    "--migrate.auto-run=true",
                    "--server.port=0",
                    "--management.endpoints.web.exposure.include=*");

    @AfterEach
    void end() {
        context.close();
    }

    @Test
    void onlyOperatorsSeeTheRevisions() throws Exception {
        assertThat(get("/actuator/migrations", "").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/migrations", "bob").statusCode()).isEqualTo(403);
        HttpResponse<String> answer = get("/actuator/migrations", "ada");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"b22222222222\"");

        assertThat(get("/actuator/health/readiness", "").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/env", "bob").statusCode()).isEqualTo(403);
    }

    /** What the page warns of: Spring Boot's own chain would ask for a login here. */
    @Test
    void theRestOfTheApplicationHasNoChain() throws Exception {
        assertThat(get("/products", "").statusCode()).isEqualTo(404);
    }

    @Test
    void thePageShowsWhatIsRun() throws IOException {
        String page = Files.readString(Path.of("../docs/how-to/secure-the-endpoint.md"));
        int start = page.indexOf("```java\n") + 8;

        assertThat(withoutIndentation(
                        Files.readString(Path.of("src/test/java/dev/migrate/actuate/SecuredEndpointTests.java"))))
                .contains(withoutIndentation(page.substring(start, page.indexOf("```", start))));
        assertThat(page).contains("`" + EndpointRequest.class.getPackageName() + "`");
    }

    private HttpResponse<String> get(String path, String user) throws Exception {
        URI uri = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (!user.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString((user + ":secret").getBytes(StandardCharsets.UTF_8)));
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        SecurityFilterChain actuator(HttpSecurity http) throws Exception {
            return http.securityMatcher(EndpointRequest.toAnyEndpoint().excluding("health"))
                    .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("OPERATOR"))
                    .httpBasic(withDefaults())
                    .build();
        }

        @Bean
        InMemoryUserDetailsManager users() {
            return new InMemoryUserDetailsManager(user("ada", "OPERATOR"), user("bob", "USER"));
        }

        private static UserDetails user(String name, String role) {
            return User.withUsername(name).password("{noop}secret").roles(role).build();
        }
    }
}
