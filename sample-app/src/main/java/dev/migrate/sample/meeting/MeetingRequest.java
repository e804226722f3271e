package dev.migrate.sample.meeting;

import java.time.Instant;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/** What a client decides about a meeting; settings are the client's own affair, but for {@code language}. */
record MeetingRequest(
        @NotBlank @Size(max = 200) String title,
        @Nullable Instant scheduledAt,
        @Nullable Map<String, Object> settings) {}
