-- revision: index_email
-- revises: create_users
-- message: Index email

-- migrate:upgrade
CREATE INDEX CONCURRENTLY users_email ON users (email);

-- migrate:downgrade
DROP INDEX CONCURRENTLY users_email;
