package dev.migrate.sample.speaker;

import java.time.Instant;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored events. */
interface SpeakerEventRepository extends JpaRepository<SpeakerEvent, Long> {

    List<SpeakerEvent> findBySessionIdOrderByOccurredAtAscIdAsc(long sessionId);

    List<SpeakerEvent> findBySessionIdAndTypeOrderByOccurredAtAscIdAsc(long sessionId, SpeakerEventType type);

    List<SpeakerEvent> findByOccurredAtGreaterThanEqualOrderByOccurredAtAscIdAsc(Instant since, Limit limit);
}
