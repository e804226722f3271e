-- revision: 2e9f64c8b7d1
-- revises: d40a7b93e15c
-- message: Keep only hashes of API tokens
-- created: 2025-12-02T15:30:00Z

-- migrate:upgrade
ALTER TABLE api_tokens ADD COLUMN token_hash varchar(64);

-- migrate:allow ddl-and-backfill-together an account has a token or two
-- migrate:allow unbatched-update an account has a token or two
UPDATE api_tokens SET token_hash = encode(sha256(convert_to(token, 'UTF8')), 'hex');

-- migrate:allow adding-not-nullable-field an account has a token or two
ALTER TABLE api_tokens ALTER COLUMN token_hash SET NOT NULL;
-- migrate:allow disallowed-unique-constraint an account has a token or two
-- migrate:allow add-unique-index-data-dependent two hashes are equal only if two tokens were
ALTER TABLE api_tokens ADD CONSTRAINT api_tokens_token_hash_key UNIQUE (token_hash);
-- migrate:allow ban-drop-column tokens in plain text had to go at once; clients signed in again
ALTER TABLE api_tokens DROP COLUMN token;

-- migrate:irreversible a token cannot be computed from its hash
