-- revision: hash_email
-- revises: merge_both
-- message: Hash email

-- migrate:upgrade
UPDATE users SET email = md5(email);

-- migrate:irreversible nothing turns a hash back
