package dev.migrate.sample.transcription;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A transcription as clients see it. */
record TranscriptionView(
        @Nullable Long id,
        @Nullable Long sessionId,
        String speaker,
        Instant spokenAt,
        String content,
        String language,
        Map<String, Object> data) {

    static TranscriptionView of(Transcription transcription) {
        return new TranscriptionView(
                transcription.getId(),
                transcription.getSession().getId(),
                transcription.getSpeaker(),
                transcription.getSpokenAt(),
                transcription.getContent(),
                transcription.getLanguage(),
                transcription.getData());
    }
}
