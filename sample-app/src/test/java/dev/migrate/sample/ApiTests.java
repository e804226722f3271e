package dev.migrate.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = EmptyDatabase.class)
@AutoConfigureRestTestClient
class ApiTests {

    private final ApiClient api;
    private final JdbcClient jdbc;

    @Autowired
    ApiTests(RestTestClient client, JdbcClient jdbc) {
        this.api = new ApiClient(client);
        this.jdbc = jdbc;
    }

    @Test
    void aUserIsCreatedWithALowerCaseAddress() {
        Map<String, Object> created =
                api.created("/users", Map.of("email", "Grace@Example.org", "displayName", "Grace"));
        assertThat(created).containsEntry("email", "grace@example.org").containsKeys("id", "createdAt");
        assertThat(api.object("/users/" + created.get("id"))).isEqualTo(created);
        assertThat(api.list("/users?limit=200")).contains(created);
    }

    @Test
    void anAddressThatIsTakenIsAConflict() {
        api.user("twice@example.org");
        api.post("/users", Map.of("email", "TWICE@example.org", "displayName", "Other"))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.constraint")
                .isEqualTo("users_email_key");
    }

    @Test
    void badRequestsAreProblems() {
        for (ResponseSpec response : List.of(
                api.post("/users", Map.of("email", "nobody", "displayName", "N")),
                api.post("/users", Map.of()),
                api.get("/users?limit=0"),
                api.get("/users/x"),
                api.get("/transcriptions?q="))) {
            response.expectStatus().isBadRequest().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        for (String path : List.of("/users/0", "/meetings/0", "/meetings/0/sessions", "/sessions/0/transcriptions")) {
            api.get(path).expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        api.post("/meetings", Map.of("ownerId", 0, "title", "Nobody's"))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void aTokenIsShownOnceAndStoredAsAHash() {
        String tokens = "/users/" + api.user("token@example.org") + "/tokens";
        Map<String, Object> issued = api.created(tokens, Map.of("name", "laptop"));
        Object stored = jdbc.sql("SELECT token_hash = encode(sha256(convert_to(?, 'UTF8')), 'hex') FROM api_tokens")
                .param(issued.get("token"))
                .query()
                .singleValue();
        assertThat(stored).isEqualTo(true);
        List<Map<String, Object>> active = api.list(tokens);
        assertThat(active).singleElement().satisfies(token -> assertThat(token)
                .containsEntry("name", "laptop")
                .doesNotContainKey("token"));
        api.delete(tokens + "/" + active.get(0).get("id")).expectStatus().isNoContent();
        assertThat(api.list(tokens)).isEmpty();
    }

    @Test
    void settingsOfAMeetingAreKeptAndItsChangeIsTimed() {
        Map<String, Object> settings = Map.of("language", "de", "tags", List.of("a", "b"), "depth", Map.of("x", 1.5));
        Map<String, Object> created = api.created(
                "/meetings",
                Map.of("ownerId", api.user("plan@example.org"), "title", "Planning", "settings", settings));
        assertThat(created).containsEntry("settings", settings);
        String path = "/meetings/" + created.get("id");
        assertThat(api.object(path)).isEqualTo(created);
        api.put(path, Map.of("title", "Planning", "settings", settings))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.updatedAt")
                .isEqualTo(created.get("updatedAt"));
        Map<String, Object> changed = api.object(
                api.put(path, Map.of("title", "Review")).expectStatus().isOk());
        assertThat(changed)
                .containsEntry("title", "Review")
                .containsEntry("settings", Map.of())
                .containsEntry("createdAt", created.get("createdAt"));
        assertThat(Instant.parse(String.valueOf(changed.get("updatedAt"))))
                .isAfter(Instant.parse(String.valueOf(created.get("updatedAt"))));
    }

    @Test
    void upcomingMeetingsComeInOrder() {
        Object owner = api.user("upcoming@example.org");
        Instant now = Instant.now();
        for (int days : new int[] {3, -1, 2}) {
            api.created(
                    "/meetings",
                    Map.of("ownerId", owner, "title", "in " + days, "scheduledAt", now.plus(Duration.ofDays(days))));
        }
        assertThat(api.list("/meetings?owner=" + owner)).hasSize(3);
        assertThat(api.list("/meetings/upcoming"))
                .extracting(meeting -> meeting.get("title"))
                .containsExactly("in 2", "in 3");
    }

    @Test
    void aMeetingHasOneOpenSession() {
        String sessions = "/meetings/" + api.meeting("session@example.org") + "/sessions";
        Object first = api.created(sessions, Map.of()).get("id");
        api.post(sessions, Map.of())
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.constraint")
                .isEqualTo("meeting_sessions_open_key");
        api.post("/sessions/" + first + "/end", Map.of()).expectStatus().isOk();
        api.post("/sessions/" + first + "/end", Map.of()).expectStatus().isEqualTo(HttpStatus.CONFLICT);
        api.created(sessions, Map.of());
        assertThat(api.list(sessions))
                .extracting(session -> session.get("endedAt") == null)
                .containsExactly(false, true);
    }

    @Test
    void transcriptionsAreFoundByTheirWords() {
        String session = api.session("search@example.org");
        api.created(session + "/transcriptions", said("We ship the zeppelin on Friday."));
        api.created(session + "/transcriptions", said("Nobody ships anything."));
        assertThat(api.list(session + "/transcriptions")).hasSize(2);
        assertThat(api.list("/transcriptions?q=zeppelin friday"))
                .singleElement()
                .satisfies(found -> assertThat(found)
                        .containsEntry("language", "en")
                        .containsEntry("data", Map.of("confidence", 0.5)));
        assertThat(api.list("/transcriptions?q=zeppelin -friday")).isEmpty();
    }

    @Test
    void speakerEventsAreFilteredByTypeAndTime() {
        String events = api.session("events@example.org") + "/speaker-events";
        api.created(events, event("JOINED", "2026-01-28T14:30:00Z"));
        api.created(events, event("LEFT", "2026-01-28T15:30:00Z"));
        assertThat(api.list(events)).extracting(event -> event.get("type")).containsExactly("JOINED", "LEFT");
        assertThat(api.list(events + "?type=LEFT")).singleElement().satisfies(found -> assertThat(found)
                .containsEntry("occurredAt", "2026-01-28T15:30:00Z")
                .containsEntry("data", Map.of("device", "phone")));
        assertThat(api.list("/speaker-events?since=2026-01-28T15:00:00Z")).hasSize(1);
        api.post(events, event("SANG", "2026-01-28T15:30:00Z")).expectStatus().isBadRequest();
    }

    @Test
    void healthAndProbesAnswer() {
        for (String path : List.of("/actuator/health", "/livez", "/readyz", "/actuator/info", "/actuator/metrics")) {
            api.get(path).expectStatus().isOk();
        }
    }

    private static Map<String, Object> said(String content) {
        return Map.of(
                "speaker",
                "Ada",
                "spokenAt",
                Instant.parse("2026-01-28T14:31:00Z"),
                "content",
                content,
                "data",
                Map.of("confidence", 0.5));
    }

    private static Map<String, Object> event(String type, String at) {
        return Map.of("speaker", "Ada", "type", type, "occurredAt", at, "data", Map.of("device", "phone"));
    }
}
