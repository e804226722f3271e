-- revision: e7305c1b94fa
-- revises: 0c1d2e3f4a5b
-- message: Track changes of meetings
-- created: 2026-02-17T16:45:00Z

-- migrate:upgrade
ALTER TABLE meetings ADD COLUMN updated_at timestamptz;

-- migrate:allow ddl-and-backfill-together meetings were made by hand, a few a day
-- migrate:allow unbatched-update meetings were made by hand, a few a day
UPDATE meetings SET updated_at = created_at;

ALTER TABLE meetings ALTER COLUMN updated_at SET DEFAULT now();
-- migrate:allow adding-not-nullable-field meetings were made by hand, a few a day
ALTER TABLE meetings ALTER COLUMN updated_at SET NOT NULL;

CREATE FUNCTION meetings_touch() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    -- A change that changes nothing is not a change; clients poll by this time.
    IF NEW IS DISTINCT FROM OLD THEN
        NEW.updated_at := now();
    END IF;
    RETURN NEW;
END;
$body$;

COMMENT ON FUNCTION meetings_touch() IS 'Keeps meetings.updated_at; it''s the database''s clock that counts';

-- migrate:allow adding-trigger what it does is what the application did until then
CREATE TRIGGER meetings_touch BEFORE UPDATE ON meetings FOR EACH ROW EXECUTE FUNCTION meetings_touch();

-- migrate:downgrade
DROP TRIGGER meetings_touch ON meetings;
DROP FUNCTION meetings_touch();
ALTER TABLE meetings DROP COLUMN updated_at;
