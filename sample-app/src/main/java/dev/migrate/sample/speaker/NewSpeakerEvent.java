package dev.migrate.sample.speaker;

import java.time.Instant;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/** The request to record an event; data is the recorder's own affair, for example its device. */
record NewSpeakerEvent(
        @NotBlank @Size(max = 200) String speaker,
        @NotNull SpeakerEventType type,
        @NotNull Instant occurredAt,
        @Nullable Map<String, Object> data) {}
