-- revision: 4d81c0f5a26e
-- revises: ce9ec48516b9
-- message: Add language to transcriptions
-- created: 2026-01-30T11:20:00Z

-- migrate:upgrade
ALTER TABLE transcriptions ADD COLUMN language varchar(8);

-- migrate:downgrade
ALTER TABLE transcriptions DROP COLUMN language;
