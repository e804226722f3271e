-- revision: merge_both
-- revises: add_name, index_email
-- message: Merge name and email

-- migrate:upgrade


-- migrate:downgrade
