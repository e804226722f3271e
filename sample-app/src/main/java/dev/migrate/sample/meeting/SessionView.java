package dev.migrate.sample.meeting;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A session as clients see it; one without an end is still going on. */
record SessionView(
        @Nullable Long id,
        @Nullable Long meetingId,
        Instant startedAt,
        @Nullable Instant endedAt) {

    static SessionView of(MeetingSession session) {
        return new SessionView(
                session.getId(), session.getMeeting().getId(), session.getStartedAt(), session.getEndedAt());
    }
}
