-- backfill: lengths
-- table: calls
-- key: id
UPDATE calls SET length = 0 WHERE id BETWEEN :from AND :to AND length IS NULL;
