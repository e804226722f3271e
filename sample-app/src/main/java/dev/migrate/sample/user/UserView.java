package dev.migrate.sample.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A user as clients see it. */
record UserView(
        @Nullable Long id,
        String email,
        String displayName,
        @Nullable Instant createdAt) {

    static UserView of(User user) {
        return new UserView(user.getId(), user.getEmail(), user.getDisplayName(), user.getCreatedAt());
    }
}
