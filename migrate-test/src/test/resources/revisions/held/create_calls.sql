-- revision: create_calls
-- message: Create calls

-- migrate:upgrade
CREATE TABLE calls (id int PRIMARY KEY, caller text NOT NULL, length int);

-- migrate:downgrade
DROP TABLE calls;
