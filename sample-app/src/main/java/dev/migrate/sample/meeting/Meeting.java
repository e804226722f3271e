package dev.migrate.sample.meeting;

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
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import dev.migrate.sample.user.User;

/** A meeting that its owner wants transcribed. */
@Entity
@Table(name = "meetings", indexes = @Index(name = "meetings_owner_id_idx", columnList = "owner_id"))
public class Meeting {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "owner_id", nullable = false)
    private User owner;

    @Column(nullable = false, length = 200)
    private String title;

    @Generated
    @ColumnDefault("now()")
    @Column(name = "created_at", nullable = false, insertable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "scheduled_at")
    private @Nullable Instant scheduledAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @ColumnDefault("'{}'")
    @Column(nullable = false)
    private Map<String, Object> settings;

    /** Kept by the trigger {@code meetings_touch}. */
    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @ColumnDefault("now()")
    @Column(name = "updated_at", nullable = false, insertable = false, updatable = false)
    private @Nullable Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Meeting() {}

    Meeting(User owner, MeetingRequest request) {
        this.owner = owner;
        this.title = request.title();
        this.scheduledAt = request.scheduledAt();
        this.settings = copy(request.settings());
    }

    void change(MeetingRequest request) {
        title = request.title();
        scheduledAt = request.scheduledAt();
        settings = copy(request.settings());
    }

    private static Map<String, Object> copy(@Nullable Map<String, Object> settings) {
        return settings == null ? new LinkedHashMap<>() : new LinkedHashMap<>(settings);
    }

    /** The language the meeting is held in, if its settings name one. */
    public @Nullable String language() {
        return settings.get("language") instanceof String language ? language : null;
    }

    @Nullable Long getId() {
        return id;
    }

    User getOwner() {
        return owner;
    }

    String getTitle() {
        return title;
    }

    @Nullable Instant getCreatedAt() {
        return createdAt;
    }

    @Nullable Instant getScheduledAt() {
        return scheduledAt;
    }

    Map<String, Object> getSettings() {
        return settings;
    }

    @Nullable Instant getUpdatedAt() {
        return updatedAt;
    }
}
