-- revision: c33333333333
-- revises: a11111111111
-- message: Make a mistake
-- created: 2026-01-06T09:00:00Z

-- migrate:upgrade
ALTER TABLE product ALTER COLUMN price SET NOT NULL;

-- migrate:downgrade
