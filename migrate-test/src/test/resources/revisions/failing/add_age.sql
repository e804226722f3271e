-- revision: add_age
-- revises: add_name
-- message: Add age

-- migrate:upgrade
ALTER TABLE user_s ADD age int;

-- migrate:downgrade
ALTER TABLE users DROP age;
