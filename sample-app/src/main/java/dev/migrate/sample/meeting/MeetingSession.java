package dev.migrate.sample.meeting;

import java.time.Instant;

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
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** One time that a meeting takes place; what was said in it hangs on it. */
@Entity
@Table(
        name = "meeting_sessions",
        indexes = @Index(name = "meeting_sessions_meeting_id_idx", columnList = "meeting_id, started_at"))
public class MeetingSession {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "meeting_id", nullable = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Meeting meeting;

    @ColumnDefault("now()")
    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected MeetingSession() {}

    MeetingSession(Meeting meeting, Instant startedAt) {
        this.meeting = meeting;
        this.startedAt = startedAt;
    }

    void end(Instant at) {
        endedAt = at;
    }

    public @Nullable Long getId() {
        return id;
    }

    public Meeting getMeeting() {
        return meeting;
    }

    Instant getStartedAt() {
        return startedAt;
    }

    @Nullable Instant getEndedAt() {
        return endedAt;
    }
}
