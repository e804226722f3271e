-- revision: d40a7b93e15c
-- revises: 8c6f21ad930b
-- message: Lower-case e-mail addresses
-- created: 2025-11-20T08:05:00Z
--
-- Sign-in compares addresses without regard to case, the unique constraint does not. If two
-- accounts differ only in case, this revision fails and names them: merge them first.

-- migrate:upgrade
-- migrate:allow unbatched-update a few hundred accounts at the time
UPDATE users SET email = lower(email) WHERE email <> lower(email);

-- migrate:allow constraint-missing-not-valid a few hundred accounts at the time
ALTER TABLE users ADD CONSTRAINT users_email_lower_check CHECK (email = lower(email));

-- migrate:downgrade
-- How an address was once written is not kept: lower case is right for the older version, too.
ALTER TABLE users DROP CONSTRAINT users_email_lower_check;
