package dev.migrate.sample.revisions;

import dev.migrate.operation.Operations;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionHeader;

import static dev.migrate.sample.revisions.MeetingActivity.SESSIONS;
import static dev.migrate.sample.revisions.MeetingActivity.SESSIONS_AND_WORDS;

/** Gives a view another definition; the downgrade restores the one before. */
@RevisionHeader(
        id = "b85d16f03ac9",
        revises = "3fb97d20e54c",
        message = "Add words to meeting_activity",
        created = "2026-03-24T08:40:00Z")
class AddWordsToMeetingActivity implements JavaRevision {

    @Override
    public void upgrade(Operations op) {
        op.replace(SESSIONS_AND_WORDS, SESSIONS);
    }
}
