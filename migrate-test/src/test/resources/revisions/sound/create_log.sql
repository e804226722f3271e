-- revision: create_log
-- revises: hash_email
-- message: Create log

-- migrate:upgrade
CREATE TABLE log (id int);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER noted AFTER INSERT ON log FOR EACH ROW EXECUTE FUNCTION note();

-- migrate:downgrade
DROP TABLE log;
DROP FUNCTION note();
