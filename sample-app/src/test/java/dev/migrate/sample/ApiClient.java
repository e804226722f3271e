package dev.migrate.sample;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A client of the service under test that speaks JSON objects. */
record ApiClient(RestTestClient client) {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Map<String, Object>>> LIST =
            new ParameterizedTypeReference<>() {};

    ResponseSpec get(String path) {
        return client.get().uri(path).exchange();
    }

    ResponseSpec post(String path, Map<String, ?> body) {
        return client.post().uri(path).body(body).exchange();
    }

    ResponseSpec put(String path, Map<String, ?> body) {
        return client.put().uri(path).body(body).exchange();
    }

    ResponseSpec delete(String path) {
        return client.delete().uri(path).exchange();
    }

    Map<String, Object> created(String path, Map<String, ?> body) {
        return object(post(path, body).expectStatus().isCreated());
    }

    Map<String, Object> object(String path) {
        return object(get(path).expectStatus().isOk());
    }

    Map<String, Object> object(ResponseSpec response) {
        return present(response.returnResult(OBJECT).getResponseBody());
    }

    List<Map<String, Object>> list(String path) {
        return present(get(path).expectStatus().isOk().returnResult(LIST).getResponseBody());
    }

    Object user(String email) {
        return id(created("/users", Map.of("email", email, "displayName", "Somebody")));
    }

    Object meeting(String email) {
        Map<String, Object> settings = Map.of("language", "en");
        return id(created("/meetings", Map.of("ownerId", user(email), "title", "Planning", "settings", settings)));
    }

    String session(String email) {
        return "/sessions/" + id(created("/meetings/" + meeting(email) + "/sessions", Map.of()));
    }

    private static Object id(Map<String, Object> created) {
        return present(created.get("id"));
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
