-- revision: c58e2b60f19d
-- revises: 4d81c0f5a26e
-- message: Index transcriptions for search
-- created: 2026-01-30T11:55:00Z

-- migrate:upgrade
CREATE INDEX CONCURRENTLY transcriptions_content_search_idx
    ON transcriptions USING gin (to_tsvector('simple', content));

-- migrate:downgrade
DROP INDEX CONCURRENTLY transcriptions_content_search_idx;
