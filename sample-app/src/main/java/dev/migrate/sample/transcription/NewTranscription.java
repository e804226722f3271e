package dev.migrate.sample.transcription;

import java.time.Instant;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/** The request to add a transcription; without a language it has the meeting's. */
record NewTranscription(
        @NotBlank @Size(max = 200) String speaker,
        @NotNull Instant spokenAt,
        @NotBlank String content,
        @Nullable @Size(min = 2, max = 8) String language,
        @Nullable Map<String, Object> data) {}
