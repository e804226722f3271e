package dev.migrate.sample.revisions;

import dev.migrate.operation.Operations;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionHeader;

import static dev.migrate.operation.ColumnDefinition.column;
import static dev.migrate.sample.revisions.MeetingActivity.SESSIONS;
import static dev.migrate.schema.Types.integer;

/** Makes room for what the next revision counts; its downgrade follows from it. */
@RevisionHeader(
        id = "a61c40e8d273",
        revises = "6a2f8d9be013",
        message = "Add word count to transcriptions",
        created = "2026-03-19T10:05:00Z")
class AddWordCountToTranscriptions implements JavaRevision {

    @Override
    public void upgrade(Operations op) {
        op.addColumn(
                "transcriptions",
                column("word_count", integer()).notNull().defaultValue(0).comment("Words of content, for billing"));
        op.allow("constraint-missing-not-valid", "transcriptions were not written at night when this ran");
        op.addCheck("transcriptions_word_count_check", "transcriptions", "word_count >= 0");
        op.allow("require-concurrent-index-creation", "transcriptions were not written at night when this ran");
        op.allow("statements-after-access-exclusive", "transcriptions were not written at night when this ran");
        op.createIndex("transcriptions_session_id_word_count_idx", "transcriptions", "session_id", "word_count");
        op.create(SESSIONS);
    }
}
