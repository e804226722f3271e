package dev.migrate.sample.meeting;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /meetings/{id}/sessions}. */
@RestController
class SessionController {

    private final SessionService sessions;

    SessionController(SessionService sessions) {
        this.sessions = sessions;
    }

    @PostMapping("/meetings/{meetingId}/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    SessionView start(@PathVariable long meetingId) {
        return sessions.start(meetingId);
    }

    @GetMapping("/meetings/{meetingId}/sessions")
    List<SessionView> list(@PathVariable long meetingId) {
        return sessions.list(meetingId);
    }

    @PostMapping("/sessions/{id}/end")
    SessionView end(@PathVariable long id) {
        return sessions.end(id);
    }
}
