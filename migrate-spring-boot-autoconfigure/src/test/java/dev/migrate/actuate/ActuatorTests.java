package dev.migrate.actuate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.migrate.Migrator;
import dev.migrate.autoconfigure.shop.ShopApplication;
import dev.migrate.autoconfigure.shop.ShopDatabase;
import dev.migrate.revision.Target;

import static org.assertj.core.api.Assertions.assertThat;

class ActuatorTests {

    /** Spring Security is there for {@link SecuredEndpointTests}. */
    private static final String WITHOUT_A_LOGIN = ServletWebSecurityAutoConfiguration.class.getName() + ","
            + ManagementWebSecurityAutoConfiguration.class.getName();

    private final ShopDatabase database = new ShopDatabase();

    private final List<ConfigurableApplicationContext> started = new ArrayList<>();

    private int port;

    @AfterEach
    void stop() {
        started.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void aDatabaseBehindIsNotReady() throws Exception {
        database.upgrade("one");
        start();
        assertThat(status("/actuator/health/readiness")).isEqualTo(503);
        assertThat(status("/readyz")).isEqualTo(503);
        assertThat(status("/actuator/health/liveness")).isEqualTo(200);
        assertThat(status("/livez")).isEqualTo(200);
        JsonNode health = json("/actuator/health").at("/components/migrations");
        assertThat(health.get("status").asString()).isEqualTo("OUT_OF_SERVICE");
        assertThat(health.at("/details/state").asString()).isEqualTo("BEHIND");
        assertThat(health.at("/details/current/0").asString()).isEqualTo("a11111111111");
        assertThat(health.at("/details/heads/0").asString()).isEqualTo("b22222222222");
        assertThat(health.at("/details/pending").asInt()).isEqualTo(1);
    }

    @Test
    void anUpgradeOfThisProcessIsSeenAtOnce() throws Exception {
        ConfigurableApplicationContext context = start("migrate.health.refresh=1h");
        assertThat(status("/actuator/health/readiness")).isEqualTo(503);
        context.getBean(Migrator.class).upgrade(Target.heads());
        assertThat(status("/actuator/health/readiness")).isEqualTo(200);
        assertThat(status("/readyz")).isEqualTo(200);
    }

    @Test
    void theAnswerIsKeptForAsLongAsConfigured() throws Exception {
        start("migrate.health.refresh=1h");
        assertThat(status("/actuator/health/readiness")).isEqualTo(503);
        database.upgrade("two");
        assertThat(status("/actuator/health/readiness")).isEqualTo(503);
        stop();
        start("migrate.health.refresh=0s");
        assertThat(status("/actuator/health/readiness")).isEqualTo(200);
    }

    @Test
    void aDatabaseAheadIsReady() throws Exception {
        database.upgrade("two");
        start("migrate.locations=classpath:revisions/one");
        assertThat(status("/actuator/health/readiness")).isEqualTo(200);
        assertThat(json("/actuator/health")
                        .at("/components/migrations/details/state")
                        .asString())
                .isEqualTo("AHEAD");
    }

    @Test
    void aDatabaseThatHasDivergedIsDown() throws Exception {
        database.upgrade("other");
        start();
        assertThat(status("/actuator/health/readiness")).isEqualTo(503);
        assertThat(json("/actuator/health").at("/components/migrations/status").asString())
                .isEqualTo("DOWN");
    }

    @Test
    void anUnreachableDatabaseIsDownWithoutSecrets() throws Exception {
        start("spring.datasource.url=jdbc:postgresql://localhost:1/none?password=secret", "migrate.when-behind=ignore");
        String body = get("/actuator/health").body();
        assertThat(JsonMapper.shared()
                        .readTree(body)
                        .at("/components/migrations/status")
                        .asString())
                .isEqualTo("DOWN");
        assertThat(body).doesNotContain("secret", "localhost");
        assertThat(get("/actuator/migrations").body()).doesNotContain("secret", "localhost");
    }

    @Test
    void aConfiguredReadinessGroupGetsTheMigrations() throws Exception {
        start("management.endpoint.health.group.readiness.include=ping");
        assertThat(status("/actuator/health/readiness")).isEqualTo(503);
    }

    @Test
    void theReadinessGroupCanBeLeftAlone() throws Exception {
        start("migrate.health.readiness=false");
        assertThat(status("/actuator/health/readiness")).isEqualTo(200);
        assertThat(status("/actuator/health")).isEqualTo(503);
    }

    @Test
    void theHealthCheckCanBeDisabled() throws Exception {
        start("management.health.migrations.enabled=false");
        assertThat(status("/actuator/health")).isEqualTo(200);
        assertThat(status("/actuator/health/readiness")).isEqualTo(200);
    }

    @Test
    void theEndpointShowsStateAndRevisions() throws Exception {
        database.upgrade("one");
        start();
        String body = get("/actuator/migrations").body();
        JsonNode migrator = JsonMapper.shared().readTree(body).at("/contexts/application/migrators/migrator");
        assertThat(migrator.propertyNames())
                .containsExactlyInAnyOrder(
                        "state",
                        "database",
                        "current",
                        "heads",
                        "pending",
                        "unknown",
                        "modified",
                        "incomplete",
                        "revisions",
                        "backfills");
        assertThat(migrator.get("state").asString()).isEqualTo("BEHIND");
        assertThat(migrator.at("/database/product").asString()).isEqualTo("PostgreSQL");
        assertThat(migrator.at("/database/schema").asString()).isEqualTo("public");
        assertThat(migrator.get("current")).hasToString("[\"a11111111111\"]");
        assertThat(migrator.at("/pending/0")).isEqualTo(JsonMapper.shared().readTree("""
                {"revision":"b22222222222","revises":["a11111111111"],"dependsOn":[],"labels":[],
                 "message":"Add price","kind":"SQL"}"""));
        assertThat(migrator.at("/revisions/0/state").asString()).isEqualTo("APPLIED");
        assertThat(migrator.at("/revisions/0/appliedAt").asString()).startsWith("20");
        assertThat(migrator.at("/revisions/0/durationMs").isNumber()).isTrue();
        assertThat(migrator.at("/revisions/1/state").asString()).isEqualTo("PENDING");
        assertThat(body).doesNotContain("jdbc:", "ALTER TABLE", "CREATE TABLE");
    }

    @Test
    void theEndpointShowsOneRevision() throws Exception {
        start();
        assertThat(json("/actuator/migrations/b22222222222").get("message").asString())
                .isEqualTo("Add price");
        assertThat(status("/actuator/migrations/none")).isEqualTo(404);
    }

    @Test
    void aPortOfItsOwnForManagementHasEndpointAndReadiness() throws Exception {
        ConfigurableApplicationContext context = start("management.server.port=0", "migrate.health.refresh=0s");
        assertThat(status("/readyz")).isEqualTo(503);
        assertThat(status("/actuator/migrations")).isEqualTo(404);

        port = context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
        assertThat(status("/actuator/health/readiness")).isEqualTo(503);
        assertThat(json("/actuator/migrations")
                        .at("/contexts/application/migrators/migrator/state")
                        .asString())
                .isEqualTo("BEHIND");
        database.upgrade("two");
        assertThat(status("/actuator/health/readiness")).isEqualTo(200);
    }

    @Test
    void theEndpointOnlyReads() throws Exception {
        start();
        HttpRequest request = HttpRequest.newBuilder(uri("/actuator/migrations"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
        get("/actuator/migrations");
        assertThat(database.has("migrate_version")).isFalse();
    }

    @Test
    void theBackgroundUpgradeMakesTheApplicationReady() throws Exception {
        start("migrate.auto-run=true", "migrate.phase=background", "migrate.health.refresh=1h");
        await(() -> status("/actuator/health/readiness") == 200);
        assertThat(database.heads()).containsExactly("b22222222222");
    }

    @Test
    void aFailedBackgroundUpgradeIsDown() throws Exception {
        start("migrate.auto-run=true", "migrate.phase=background", "migrate.locations=classpath:revisions/broken");
        await(() -> json("/actuator/health")
                .at("/components/migrations/status")
                .asString()
                .equals("DOWN"));
        assertThat(status("/actuator/health/readiness")).isEqualTo(503);
        assertThat(status("/actuator/health/liveness")).isEqualTo(200);
        assertThat(database.heads()).containsExactly("a11111111111");
    }

    private ConfigurableApplicationContext start(String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "server.port=0",
                "spring.jpa.hibernate.ddl-auto=none",
                "spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false",
                "spring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect",
                "management.endpoints.web.exposure.include=health,migrations",
                "management.endpoint.health.show-details=always",
                "management.endpoint.health.probes.add-additional-paths=true",
                "management.health.db.enabled=false",
                "spring.autoconfigure.exclude=" + WITHOUT_A_LOGIN,
                "spring.main.banner-mode=off"));
        all.addAll(List.of(database.properties("two")));
        all.addAll(List.of(properties));
        Map<String, String> last = new LinkedHashMap<>();
        all.forEach(each -> last.put(each.substring(0, each.indexOf('=')), each));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(ShopApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(last.values().stream().map(property -> "--" + property).toArray(String[]::new));
        started.add(context);
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return context;
    }

    private int status(String path) throws IOException, InterruptedException {
        return get(path).statusCode();
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static void await(Check check) throws Exception {
        int tries = 0;
        while (!check.holds() && tries++ < 300) {
            Thread.sleep(100);
        }
        assertThat(check.holds()).isTrue();
    }

    private interface Check {

        boolean holds() throws Exception;
    }
}
