-- revision: add_name
-- revises: no_such
-- message: Add name

-- migrate:upgrade
ALTER TABLE users ADD name text;

-- migrate:downgrade
ALTER TABLE users DROP name;
