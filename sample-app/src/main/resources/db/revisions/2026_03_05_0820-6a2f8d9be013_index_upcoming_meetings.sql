-- revision: 6a2f8d9be013
-- revises: e7305c1b94fa
-- message: Index upcoming meetings
-- created: 2026-03-05T08:20:00Z

-- migrate:upgrade
CREATE INDEX CONCURRENTLY meetings_scheduled_at_idx ON meetings (scheduled_at) WHERE scheduled_at IS NOT NULL;

-- migrate:downgrade
DROP INDEX CONCURRENTLY meetings_scheduled_at_idx;
