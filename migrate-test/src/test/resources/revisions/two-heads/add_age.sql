-- revision: add_age
-- revises: create_users
-- message: Add age

-- migrate:upgrade
ALTER TABLE users ADD age int;

-- migrate:downgrade
ALTER TABLE users DROP age;
