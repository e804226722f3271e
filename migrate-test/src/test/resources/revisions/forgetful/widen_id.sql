-- revision: widen_id
-- revises: add_name
-- message: Widen id

-- migrate:upgrade
ALTER TABLE users ALTER id TYPE bigint;

-- migrate:downgrade
ALTER TABLE users ALTER id TYPE int, ALTER email DROP NOT NULL;
