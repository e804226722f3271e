package dev.migrate.sample.meeting;

import java.time.Instant;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/** The request to create a meeting. */
record NewMeeting(
        @NotNull Long ownerId,
        @NotBlank @Size(max = 200) String title,
        @Nullable Instant scheduledAt,
        @Nullable Map<String, Object> settings) {

    MeetingRequest meeting() {
        return new MeetingRequest(title, scheduledAt, settings);
    }
}
