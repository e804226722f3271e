package dev.migrate.sample.user;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /users} and {@code /users/{id}/tokens}. */
@RestController
@RequestMapping("/users")
class UserController {

    private final UserService users;

    UserController(UserService users) {
        this.users = users;
    }

    @PostMapping
    ResponseEntity<UserView> create(@Valid @RequestBody NewUser request) {
        UserView created = UserView.of(users.create(request));
        return ResponseEntity.created(URI.create("/users/" + created.id())).body(created);
    }

    @GetMapping
    List<UserView> list(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return users.list(after, limit).stream().map(UserView::of).toList();
    }

    @GetMapping("/{id}")
    UserView get(@PathVariable long id) {
        return UserView.of(users.find(id));
    }

    @PostMapping("/{id}/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedToken issueToken(@PathVariable long id, @Valid @RequestBody NewApiToken request) {
        return users.issueToken(id, request);
    }

    @GetMapping("/{id}/tokens")
    List<ApiTokenView> tokens(@PathVariable long id) {
        return users.activeTokens(id);
    }

    @DeleteMapping("/{id}/tokens/{tokenId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeToken(@PathVariable long id, @PathVariable long tokenId) {
        users.revokeToken(id, tokenId);
    }
}
