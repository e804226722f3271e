-- revision: d44444444444
-- revises: a11111111111
-- message: Add colour
-- created: 2026-01-06T09:00:00Z

-- migrate:upgrade
ALTER TABLE product ADD COLUMN colour text;

-- migrate:downgrade
ALTER TABLE product DROP COLUMN colour;
