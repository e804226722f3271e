package dev.migrate.sample.speaker;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.migrate.sample.meeting.SessionService;

/** Records what speakers do. */
@Service
@Transactional
class SpeakerEventService {

    private final SpeakerEventRepository events;
    private final SessionService sessions;

    SpeakerEventService(SpeakerEventRepository events, SessionService sessions) {
        this.events = events;
        this.sessions = sessions;
    }

    SpeakerEventView record(long sessionId, NewSpeakerEvent request) {
        return SpeakerEventView.of(events.save(new SpeakerEvent(sessions.find(sessionId), request)));
    }

    @Transactional(readOnly = true)
    List<SpeakerEventView> list(long sessionId, @Nullable SpeakerEventType type) {
        sessions.find(sessionId);
        return views(
                type == null
                        ? events.findBySessionIdOrderByOccurredAtAscIdAsc(sessionId)
                        : events.findBySessionIdAndTypeOrderByOccurredAtAscIdAsc(sessionId, type));
    }

    @Transactional(readOnly = true)
    List<SpeakerEventView> since(Instant since, int limit) {
        return views(events.findByOccurredAtGreaterThanEqualOrderByOccurredAtAscIdAsc(since, Limit.of(limit)));
    }

    private static List<SpeakerEventView> views(List<SpeakerEvent> found) {
        return found.stream().map(SpeakerEventView::of).toList();
    }
}
