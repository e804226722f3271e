-- revision: create_users
-- message: Create users
-- labels: people

-- migrate:upgrade
CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL);

-- migrate:downgrade
DROP TABLE users;
