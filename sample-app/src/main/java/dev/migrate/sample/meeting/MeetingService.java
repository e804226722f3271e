package dev.migrate.sample.meeting;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

import dev.migrate.sample.user.User;
import dev.migrate.sample.user.UserRepository;

/** Plans meetings. */
@Service
@Transactional
class MeetingService {

    private final MeetingRepository meetings;
    private final UserRepository users;

    MeetingService(MeetingRepository meetings, UserRepository users) {
        this.meetings = meetings;
        this.users = users;
    }

    MeetingView create(NewMeeting request) {
        User owner = users.findById(request.ownerId())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "There is no user " + request.ownerId() + "."));
        return MeetingView.of(meetings.save(new Meeting(owner, request.meeting())));
    }

    MeetingView change(long id, MeetingRequest request) {
        Meeting meeting = find(id);
        meeting.change(request);
        // The answer shows what the trigger made of it.
        return MeetingView.of(meetings.saveAndFlush(meeting));
    }

    @Transactional(readOnly = true)
    MeetingView get(long id) {
        return MeetingView.of(find(id));
    }

    @Transactional(readOnly = true)
    List<MeetingView> list(@Nullable Long ownerId, long after, int limit) {
        List<Meeting> found = ownerId == null
                ? meetings.findByIdGreaterThanOrderById(after, Limit.of(limit))
                : meetings.findByOwnerIdAndIdGreaterThanOrderById(ownerId, after, Limit.of(limit));
        return found.stream().map(MeetingView::of).toList();
    }

    @Transactional(readOnly = true)
    List<MeetingView> upcoming(int limit) {
        return meetings.findByScheduledAtGreaterThanEqualOrderByScheduledAt(Instant.now(), Limit.of(limit)).stream()
                .map(MeetingView::of)
                .toList();
    }

    private Meeting find(long id) {
        return meetings.findById(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no meeting " + id + "."));
    }
}
