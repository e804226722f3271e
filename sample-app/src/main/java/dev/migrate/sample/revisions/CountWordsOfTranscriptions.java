package dev.migrate.sample.revisions;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.operation.Operations;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionHeader;

/** Counts as only Java can: where words end depends on the language. */
@RevisionHeader(
        id = "3fb97d20e54c",
        revises = "a61c40e8d273",
        message = "Count words of transcriptions",
        created = "2026-03-19T10:20:00Z")
class CountWordsOfTranscriptions implements JavaRevision {

    private static final int BATCH = 500;

    @Override
    public void upgrade(Operations op) {
        op.allow("unrecognized-statement", "it changes one row at a time");
        op.run(CountWordsOfTranscriptions::count);
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("UPDATE transcriptions SET word_count = 0");
    }

    private static void count(JdbcClient jdbc) {
        List<Spoken> batch = after(jdbc, 0);
        while (!batch.isEmpty()) {
            for (Spoken spoken : batch) {
                jdbc.sql("UPDATE transcriptions SET word_count = ? WHERE id = ?")
                        .params(words(spoken), spoken.id())
                        .update();
            }
            batch = after(jdbc, batch.get(batch.size() - 1).id());
        }
    }

    private static List<Spoken> after(JdbcClient jdbc, long id) {
        return jdbc.sql("SELECT id, content, language FROM transcriptions WHERE id > ? ORDER BY id LIMIT ?")
                .params(id, BATCH)
                .query(Spoken.class)
                .list();
    }

    private static int words(Spoken spoken) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.forLanguageTag(spoken.language()));
        words.setText(spoken.content());
        int count = 0;
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            count += Character.isLetterOrDigit(spoken.content().codePointAt(start)) ? 1 : 0;
            start = end;
        }
        return count;
    }

    /** What is looked at of a row. */
    record Spoken(long id, String content, String language) {}
}
