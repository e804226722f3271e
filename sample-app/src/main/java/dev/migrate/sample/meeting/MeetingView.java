package dev.migrate.sample.meeting;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A meeting as clients see it. */
record MeetingView(
        @Nullable Long id,
        @Nullable Long ownerId,
        String title,
        @Nullable Instant scheduledAt,
        Map<String, Object> settings,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    static MeetingView of(Meeting meeting) {
        return new MeetingView(
                meeting.getId(),
                meeting.getOwner().getId(),
                meeting.getTitle(),
                meeting.getScheduledAt(),
                meeting.getSettings(),
                meeting.getCreatedAt(),
                meeting.getUpdatedAt());
    }
}
