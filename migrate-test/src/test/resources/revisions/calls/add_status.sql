-- revision: 7fa95b5a0eb7
-- revises: 26a6cb1543c8
-- message: Add status to calls

-- migrate:upgrade
ALTER TABLE calls ADD COLUMN status text DEFAULT 'new';
UPDATE calls SET status = 'old';
ALTER TABLE calls ALTER COLUMN status SET NOT NULL;
ALTER TABLE calls ADD CONSTRAINT ck_calls_status CHECK (status IN ('new', 'old'));
CREATE INDEX ix_calls_status ON calls (status) INCLUDE (caller);

-- migrate:downgrade
ALTER TABLE calls DROP COLUMN status;
