-- revision: 0c1d2e3f4a5b
-- revises: 91ab3e6d7f58
-- message: Backfill languages
-- created: 2026-02-03T10:10:00Z

-- migrate:upgrade
-- migrate:allow unbatched-update the table was a week old
-- The meeting's own setting is the best guess; without one it stays 'und', undetermined (ISO 639-2).
UPDATE transcriptions t
SET language = coalesce(m.settings ->> 'language', 'und')
FROM meeting_sessions s
JOIN meetings m ON m.id = s.meeting_id
WHERE s.id = t.session_id
  AND t.language IS NULL;

ALTER TABLE transcriptions ALTER COLUMN language SET DEFAULT 'und';
-- migrate:allow adding-not-nullable-field the table was a week old
ALTER TABLE transcriptions ALTER COLUMN language SET NOT NULL;

-- migrate:downgrade
ALTER TABLE transcriptions ALTER COLUMN language DROP NOT NULL;
ALTER TABLE transcriptions ALTER COLUMN language DROP DEFAULT;

UPDATE transcriptions SET language = NULL WHERE language = 'und';
