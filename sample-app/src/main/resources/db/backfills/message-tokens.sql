-- backfill: message-tokens
-- table: transcriptions
-- key: id
-- message: Estimate the tokens of every transcription
--
-- Four characters to a token, as long as nobody needs it more exactly. Whoever wrote a number before is left alone.
UPDATE transcriptions
SET data = data || jsonb_build_object('tokens', (length(content) + 3) / 4)
WHERE id BETWEEN :from AND :to AND NOT data ? 'tokens';
