-- revision: create_users
-- message: Create users

-- migrate:upgrade
CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL);

-- migrate:downgrade
DROP TABLE users;
