-- revision: bbfa55ebcab7
-- revises: 7fa95b5a0eb7
-- message: Index speaker events by time
-- created: 2026-01-28T15:02:00Z

-- migrate:upgrade
CREATE INDEX CONCURRENTLY speaker_events_occurred_at_idx ON speaker_events (occurred_at);

-- migrate:downgrade
DROP INDEX CONCURRENTLY speaker_events_occurred_at_idx;
