package dev.migrate.sample.backfills;

import java.util.List;

import dev.migrate.backfill.Backfill;
import dev.migrate.backfill.Batch;
import dev.migrate.backfill.JavaBackfill;

/** Writes beside every transcription which meeting it belongs to, and how it is spoken about there. */
@Backfill(
        name = "context-fields",
        table = "transcriptions",
        key = "id",
        message = "Write the context of every transcription")
class ContextFields implements JavaBackfill {

    @Override
    public void process(Batch batch) {
        List<Spoken> rows = batch.sql("SELECT t.id, s.meeting_id, m.title, t.speaker FROM transcriptions t"
                        + " JOIN meeting_sessions s ON s.id = t.session_id JOIN meetings m ON m.id = s.meeting_id"
                        + " WHERE t.id BETWEEN :from AND :to")
                .query(Spoken.class)
                .list();
        for (Spoken row : rows) {
            batch.jdbc()
                    .sql(
                            "UPDATE transcriptions SET data = data || jsonb_build_object('meeting', ?, 'context', ?::text) WHERE id = ?")
                    .params(row.meetingId(), row.context(), row.id())
                    .update();
        }
    }

    /** What is looked at of a row. */
    record Spoken(long id, long meetingId, String title, String speaker) {

        private String context() {
            return speaker.strip() + " in " + title.strip();
        }
    }
}
