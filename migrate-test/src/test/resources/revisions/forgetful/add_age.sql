-- revision: add_age
-- revises: widen_id
-- message: Add age

-- migrate:upgrade
ALTER TABLE users ADD age int;

-- migrate:downgrade
ALTER TABLE users DROP age;
