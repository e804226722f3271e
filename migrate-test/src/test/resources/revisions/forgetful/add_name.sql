-- revision: add_name
-- revises: create_users
-- message: Add name

-- migrate:upgrade
ALTER TABLE users ADD name text NOT NULL;
CREATE INDEX users_email ON users (email);

-- migrate:downgrade
ALTER TABLE users DROP name;
