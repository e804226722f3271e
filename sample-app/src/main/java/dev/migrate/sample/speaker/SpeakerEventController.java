package dev.migrate.sample.speaker;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /sessions/{id}/speaker-events} and, over all sessions, {@code /speaker-events?since=}. */
@RestController
class SpeakerEventController {

    private final SpeakerEventService events;

    SpeakerEventController(SpeakerEventService events) {
        this.events = events;
    }

    @PostMapping("/sessions/{sessionId}/speaker-events")
    @ResponseStatus(HttpStatus.CREATED)
    SpeakerEventView record(@PathVariable long sessionId, @Valid @RequestBody NewSpeakerEvent request) {
        return events.record(sessionId, request);
    }

    @GetMapping("/sessions/{sessionId}/speaker-events")
    List<SpeakerEventView> list(
            @PathVariable long sessionId, @RequestParam(required = false) @Nullable SpeakerEventType type) {
        return events.list(sessionId, type);
    }

    @GetMapping("/speaker-events")
    List<SpeakerEventView> since(
            @RequestParam Instant since, @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return events.since(since, limit);
    }
}
