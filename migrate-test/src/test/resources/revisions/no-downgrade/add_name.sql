-- revision: add_name
-- revises: create_users
-- message: Add name

-- migrate:upgrade
ALTER TABLE users ADD name text;
