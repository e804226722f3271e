-- revision: 2e9f64c8b7d1
-- revises: d40a7b93e15c
-- message: Keep only hashes of API tokens
-- created: 2025-12-02T15:30:00Z

-- migrate:upgrade
ALTER TABLE api_tokens ADD COLUMN token_hash varchar(64);

UPDATE api_tokens SET token_hash = encode(sha256(convert_to(token, 'UTF8')), 'hex');

ALTER TABLE api_tokens ALTER COLUMN token_hash SET NOT NULL;
ALTER TABLE api_tokens ADD CONSTRAINT api_tokens_token_hash_key UNIQUE (token_hash);
ALTER TABLE api_tokens DROP COLUMN token;

-- migrate:irreversible a token cannot be computed from its hash
