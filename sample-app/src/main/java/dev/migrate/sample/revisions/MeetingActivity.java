package dev.migrate.sample.revisions;

import dev.migrate.schema.Replaceable;

/** The definitions that the view of meetings and what happened in them has had; none of them ever changes. */
final class MeetingActivity {

    static final Replaceable SESSIONS = Replaceable.view("meeting_activity", """
            SELECT m.id AS meeting_id, count(s.id) AS sessions
              FROM meetings m
              LEFT JOIN meeting_sessions s ON s.meeting_id = m.id
             GROUP BY m.id""");

    static final Replaceable SESSIONS_AND_WORDS = SESSIONS.redefined("""
            SELECT m.id AS meeting_id, count(DISTINCT s.id) AS sessions, coalesce(sum(t.word_count), 0) AS words
              FROM meetings m
              LEFT JOIN meeting_sessions s ON s.meeting_id = m.id
              LEFT JOIN transcriptions t ON t.session_id = s.id
             GROUP BY m.id""");

    private MeetingActivity() {}
}
