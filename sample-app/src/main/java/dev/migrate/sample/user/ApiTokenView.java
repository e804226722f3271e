package dev.migrate.sample.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** An API token as its owner sees it, without the secret. */
record ApiTokenView(
        @Nullable Long id,
        @Nullable Long userId,
        String name,
        @Nullable Instant createdAt) {

    static ApiTokenView of(ApiToken token) {
        return new ApiTokenView(token.getId(), token.getUser().getId(), token.getName(), token.getCreatedAt());
    }
}
