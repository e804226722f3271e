package dev.migrate.sample.meeting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Starts and ends the sessions of meetings. */
@Service
@Transactional
public class SessionService {

    private final MeetingRepository meetings;
    private final MeetingSessionRepository sessions;

    SessionService(MeetingRepository meetings, MeetingSessionRepository sessions) {
        this.meetings = meetings;
        this.sessions = sessions;
    }

    /** That a meeting has one open session at most is the database's rule, see {@code meeting_sessions_open_key}. */
    SessionView start(long meetingId) {
        return SessionView.of(sessions.save(new MeetingSession(meeting(meetingId), now())));
    }

    SessionView end(long id) {
        MeetingSession session = find(id);
        if (session.getEndedAt() != null) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Session " + id + " has ended already.");
        }
        session.end(now());
        return SessionView.of(session);
    }

    @Transactional(readOnly = true)
    List<SessionView> list(long meetingId) {
        meeting(meetingId);
        return sessions.findByMeetingIdOrderByStartedAt(meetingId).stream()
                .map(SessionView::of)
                .toList();
    }

    /**
     * Finds a session.
     *
     * @throws ResponseStatusException with status 404 if there is none
     */
    @Transactional(readOnly = true)
    public MeetingSession find(long id) {
        return sessions.findById(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no session " + id + "."));
    }

    // The database keeps microseconds: an answer must not show more than the next one will.
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private Meeting meeting(long id) {
        return meetings.findById(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no meeting " + id + "."));
    }
}
