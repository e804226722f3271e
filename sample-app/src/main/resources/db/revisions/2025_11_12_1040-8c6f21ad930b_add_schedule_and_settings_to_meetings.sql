-- revision: 8c6f21ad930b
-- revises: 5b1d0e7c42a9
-- message: Add schedule and settings to meetings
-- created: 2025-11-12T10:40:00Z

-- migrate:upgrade
ALTER TABLE meetings ADD COLUMN scheduled_at timestamptz;
ALTER TABLE meetings ADD COLUMN settings jsonb NOT NULL DEFAULT '{}';

COMMENT ON COLUMN meetings.settings IS 'Free options of the client, for example {"language": "en"}';

-- migrate:downgrade
ALTER TABLE meetings DROP COLUMN settings;
ALTER TABLE meetings DROP COLUMN scheduled_at;
