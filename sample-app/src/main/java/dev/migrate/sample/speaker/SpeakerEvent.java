package dev.migrate.sample.speaker;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import dev.migrate.sample.meeting.MeetingSession;

/** Something a speaker did in a session. */
@Entity
@Table(
        name = "speaker_events",
        indexes = {
            @Index(name = "speaker_events_session_id_idx", columnList = "session_id"),
            @Index(name = "speaker_events_occurred_at_idx", columnList = "occurred_at")
        })
class SpeakerEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "session_id", nullable = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    private MeetingSession session;

    @Column(nullable = false, length = 200)
    private String speaker;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(nullable = false)
    private SpeakerEventType type;

    @Column(name = "occurred_at", nullable = false)
    private Instant occurredAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @ColumnDefault("'{}'")
    @Column(nullable = false)
    private Map<String, Object> data;

    @SuppressWarnings("NullAway.Init")
    protected SpeakerEvent() {}

    SpeakerEvent(MeetingSession session, NewSpeakerEvent request) {
        this.session = session;
        this.speaker = request.speaker();
        this.type = request.type();
        this.occurredAt = request.occurredAt();
        this.data = request.data() == null ? new LinkedHashMap<>() : new LinkedHashMap<>(request.data());
    }

    @Nullable Long getId() {
        return id;
    }

    MeetingSession getSession() {
        return session;
    }

    String getSpeaker() {
        return speaker;
    }

    SpeakerEventType getType() {
        return type;
    }

    Instant getOccurredAt() {
        return occurredAt;
    }

    Map<String, Object> getData() {
        return data;
    }
}
