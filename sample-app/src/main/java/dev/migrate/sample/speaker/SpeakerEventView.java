package dev.migrate.sample.speaker;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** An event as clients see it. */
record SpeakerEventView(
        @Nullable Long id,
        @Nullable Long sessionId,
        String speaker,
        SpeakerEventType type,
        Instant occurredAt,
        Map<String, Object> data) {

    static SpeakerEventView of(SpeakerEvent event) {
        return new SpeakerEventView(
                event.getId(),
                event.getSession().getId(),
                event.getSpeaker(),
                event.getType(),
                event.getOccurredAt(),
                event.getData());
    }
}
