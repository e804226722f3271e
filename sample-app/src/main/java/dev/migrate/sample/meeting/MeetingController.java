package dev.migrate.sample.meeting;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /meetings}. */
@RestController
@RequestMapping("/meetings")
class MeetingController {

    private final MeetingService meetings;

    MeetingController(MeetingService meetings) {
        this.meetings = meetings;
    }

    @PostMapping
    ResponseEntity<MeetingView> create(@Valid @RequestBody NewMeeting request) {
        MeetingView created = meetings.create(request);
        return ResponseEntity.created(URI.create("/meetings/" + created.id())).body(created);
    }

    @GetMapping
    List<MeetingView> list(
            @RequestParam(required = false) @Nullable Long owner,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return meetings.list(owner, after, limit);
    }

    @GetMapping("/upcoming")
    List<MeetingView> upcoming(@RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return meetings.upcoming(limit);
    }

    @GetMapping("/{id}")
    MeetingView get(@PathVariable long id) {
        return meetings.get(id);
    }

    @PutMapping("/{id}")
    MeetingView change(@PathVariable long id, @Valid @RequestBody MeetingRequest request) {
        return meetings.change(id, request);
    }
}
