-- revision: add_size
-- revises: add_age
-- message: Add size

-- migrate:upgrade
ALTER TABLE users ADD size int;

-- migrate:downgrade
ALTER TABLE users DROP size;
