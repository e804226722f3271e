-- revision: hash_email
-- revises: merge_both
-- message: Hash email

-- migrate:upgrade
-- migrate:allow unbatched-update there are a few hundred
UPDATE users SET email = md5(email);

-- migrate:irreversible nothing turns a hash back
