package dev.migrate.sample.transcription;

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

/** What one speaker said at one time. */
@Entity
@Table(
        name = "transcriptions",
        indexes = {
            @Index(name = "transcriptions_session_id_idx", columnList = "session_id, spoken_at"),
            @Index(name = "transcriptions_session_id_word_count_idx", columnList = "session_id, word_count")
        })
class Transcription {

    static final String UNDETERMINED = "und";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "session_id", nullable = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    private MeetingSession session;

    @Column(nullable = false, length = 200)
    private String speaker;

    @Column(name = "spoken_at", nullable = false)
    private Instant spokenAt;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Column(nullable = false)
    private String content;

    @JdbcTypeCode(SqlTypes.JSON)
    @ColumnDefault("'{}'")
    @Column(nullable = false)
    private Map<String, Object> data;

    @ColumnDefault("'und'")
    @Column(nullable = false, length = 8)
    private String language;

    @ColumnDefault("0")
    @Column(name = "word_count", nullable = false)
    private int wordCount;

    @SuppressWarnings("NullAway.Init")
    protected Transcription() {}

    Transcription(MeetingSession session, NewTranscription request) {
        this.session = session;
        this.speaker = request.speaker();
        this.spokenAt = request.spokenAt();
        this.content = request.content();
        this.wordCount =
                request.content().isBlank() ? 0 : request.content().strip().split("\\s+", -1).length;
        this.data = request.data() == null ? new LinkedHashMap<>() : new LinkedHashMap<>(request.data());
        this.language = request.language() == null ? languageOf(session) : request.language();
    }

    private static String languageOf(MeetingSession session) {
        String language = session.getMeeting().language();
        return language == null ? UNDETERMINED : language;
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

    Instant getSpokenAt() {
        return spokenAt;
    }

    String getContent() {
        return content;
    }

    Map<String, Object> getData() {
        return data;
    }

    String getLanguage() {
        return language;
    }
}
