-- revision: create_users
-- message: Create users

-- migrate:upgrade
CREATE TABLE users (id int);
CREATE SEQUENCE numbers;

-- migrate:downgrade
DROP TABLE users;
