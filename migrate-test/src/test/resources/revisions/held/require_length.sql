-- revision: require_length
-- revises: create_calls
-- message: Require a length
-- requires-backfill: lengths

-- migrate:upgrade
ALTER TABLE calls ALTER COLUMN length SET NOT NULL;

-- migrate:downgrade
ALTER TABLE calls ALTER COLUMN length DROP NOT NULL;
