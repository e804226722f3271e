package dev.migrate.sample.meeting;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

/** The stored sessions of meetings. */
interface MeetingSessionRepository extends JpaRepository<MeetingSession, Long> {

    List<MeetingSession> findByMeetingIdOrderByStartedAt(long meetingId);
}
