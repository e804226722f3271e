-- kind: add_column_nullable
ALTER TABLE orders ADD COLUMN x text;
-- kind: add_column_const_default
ALTER TABLE orders ADD COLUMN x integer DEFAULT 5;
-- kind: add_column_notnull_const_default
ALTER TABLE orders ADD COLUMN x integer NOT NULL DEFAULT 5;
-- kind: add_column_stable_default_now
ALTER TABLE orders ADD COLUMN x timestamptz DEFAULT now();
-- kind: add_column_volatile_default
ALTER TABLE orders ADD COLUMN x uuid DEFAULT gen_random_uuid();
-- kind: add_column_clock_timestamp
ALTER TABLE orders ADD COLUMN x timestamptz DEFAULT clock_timestamp();
-- kind: add_column_serial
ALTER TABLE orders ADD COLUMN x serial;
-- kind: add_column_identity
ALTER TABLE orders ADD COLUMN x integer GENERATED ALWAYS AS IDENTITY;
-- kind: add_column_generated_stored
ALTER TABLE orders ADD COLUMN x integer GENERATED ALWAYS AS (id * 2) STORED;
-- kind: add_column_generated_virtual_18
ALTER TABLE orders ADD COLUMN x integer GENERATED ALWAYS AS (id * 2) VIRTUAL;
-- kind: add_column_inline_check
ALTER TABLE orders ADD COLUMN x integer CHECK (x > 0);
-- kind: add_column_inline_check_default
ALTER TABLE orders ADD COLUMN x integer DEFAULT 1 CHECK (x > 0);
-- kind: add_column_inline_fk_null
ALTER TABLE orders ADD COLUMN x integer REFERENCES users (id);
-- kind: add_column_inline_fk_default
ALTER TABLE orders ADD COLUMN x integer DEFAULT 1 REFERENCES users;
-- kind: add_column_inline_unique
ALTER TABLE orders ADD COLUMN x integer UNIQUE;
-- kind: add_column_domain_constrained
ALTER TABLE orders ADD COLUMN x positive;
-- kind: drop_column
ALTER TABLE orders DROP COLUMN plain;
-- kind: drop_column_indexed
ALTER TABLE orders DROP COLUMN indexed;
-- kind: set_default
ALTER TABLE orders ALTER COLUMN plain SET DEFAULT 'x';
-- kind: drop_default
ALTER TABLE orders ALTER COLUMN plain DROP DEFAULT;
-- kind: set_not_null
ALTER TABLE orders ALTER COLUMN plain SET NOT NULL;
-- kind: set_not_null_with_valid_check
-- setup: ALTER TABLE orders ADD CONSTRAINT nn CHECK (plain IS NOT NULL)
ALTER TABLE orders ALTER COLUMN plain SET NOT NULL;
-- kind: set_not_null_with_notvalid_check
-- setup: ALTER TABLE orders ADD CONSTRAINT nn CHECK (plain IS NOT NULL) NOT VALID
ALTER TABLE orders ALTER COLUMN plain SET NOT NULL;
-- kind: not_null_not_valid_18
ALTER TABLE orders ADD CONSTRAINT nn NOT NULL plain NOT VALID;
-- kind: validate_not_null_18
-- setup: ALTER TABLE orders ADD CONSTRAINT nn NOT NULL plain NOT VALID
ALTER TABLE orders VALIDATE CONSTRAINT nn;
-- kind: drop_not_null
ALTER TABLE orders ALTER COLUMN number DROP NOT NULL;
-- kind: add_check
ALTER TABLE orders ADD CONSTRAINT c CHECK (amount > 0);
-- kind: add_check_not_valid
ALTER TABLE orders ADD CONSTRAINT c CHECK (amount > 0) NOT VALID;
-- kind: validate_check
-- setup: ALTER TABLE orders ADD CONSTRAINT c CHECK (amount > 0) NOT VALID
ALTER TABLE orders VALIDATE CONSTRAINT c;
-- kind: add_check_not_enforced_18
ALTER TABLE orders ADD CONSTRAINT c CHECK (amount > 0) NOT ENFORCED;
-- kind: add_fk
ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (owner_id) REFERENCES users (id);
-- kind: add_fk_not_valid
ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (owner_id) REFERENCES users (id) NOT VALID;
-- kind: validate_fk
-- setup: ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (owner_id) REFERENCES users (id) NOT VALID
ALTER TABLE orders VALIDATE CONSTRAINT f;
-- kind: drop_fk
ALTER TABLE orders DROP CONSTRAINT orders_user_fk;
-- kind: create_table_with_fk
CREATE TABLE nt (id integer PRIMARY KEY, user_id integer REFERENCES users (id));
-- kind: drop_table_with_fk
-- setup: CREATE TABLE nt (id integer PRIMARY KEY, user_id integer REFERENCES users (id))
DROP TABLE nt;
-- kind: add_unique
ALTER TABLE orders ADD CONSTRAINT u UNIQUE (owner_id);
-- kind: add_unique_using_index
ALTER TABLE orders ADD CONSTRAINT u UNIQUE USING INDEX orders_filled;
-- kind: add_pk_using_index_nullable
ALTER TABLE keyed ADD CONSTRAINT pk PRIMARY KEY USING INDEX keyed_nullable;
-- kind: add_pk_using_index_notnull
ALTER TABLE keyed ADD CONSTRAINT pk PRIMARY KEY USING INDEX keyed_filled;
-- kind: add_exclusion
ALTER TABLE orders ADD CONSTRAINT e EXCLUDE USING btree (owner_id WITH =);
-- kind: drop_constraint_check
ALTER TABLE orders DROP CONSTRAINT orders_checked;
-- kind: alter_constraint_deferrable
ALTER TABLE orders ALTER CONSTRAINT orders_user_fk DEFERRABLE;
-- kind: create_index
CREATE INDEX i ON orders (amount);
-- kind: create_unique_index
CREATE UNIQUE INDEX i ON orders (owner_id);
-- kind: drop_index
DROP INDEX orders_note;
-- kind: reindex_index
REINDEX INDEX orders_note;
-- kind: reindex_table
REINDEX TABLE orders;
-- kind: alter_index_rename
ALTER INDEX orders_note RENAME TO orders_note2;
-- kind: create_index_partitioned_parent
CREATE INDEX i ON parent (id);
-- kind: create_index_on_only_parent
CREATE INDEX i ON ONLY parent (id);
-- kind: type_varchar_longer
ALTER TABLE orders ALTER COLUMN label TYPE varchar(40);
-- kind: type_varchar_shorter
ALTER TABLE orders ALTER COLUMN label TYPE varchar(10);
-- kind: type_varchar_to_text
ALTER TABLE orders ALTER COLUMN label TYPE text;
-- kind: type_text_to_varchar_n
ALTER TABLE orders ALTER COLUMN plain TYPE varchar(40);
-- kind: type_text_to_varchar
ALTER TABLE orders ALTER COLUMN plain TYPE varchar;
-- kind: type_int_to_bigint
ALTER TABLE orders ALTER COLUMN owner_id TYPE bigint;
-- kind: type_numeric_wider_same_scale
ALTER TABLE orders ALTER COLUMN amount TYPE numeric(12, 2);
-- kind: type_numeric_wider_other_scale
ALTER TABLE orders ALTER COLUMN amount TYPE numeric(12, 3);
-- kind: type_numeric_unconstrained
ALTER TABLE orders ALTER COLUMN amount TYPE numeric;
-- kind: type_ts_to_tstz_utc
-- before: SET TIME ZONE 'UTC'
ALTER TABLE orders ALTER COLUMN at TYPE timestamptz;
-- kind: type_ts_to_tstz_nonutc
-- before: SET TIME ZONE 'Europe/Paris'
ALTER TABLE orders ALTER COLUMN at TYPE timestamptz;
-- kind: type_timestamp_precision_up
ALTER TABLE orders ALTER COLUMN at3 TYPE timestamp(6);
-- kind: type_timestamp_precision_down
ALTER TABLE orders ALTER COLUMN at TYPE timestamp(3);
-- kind: type_cidr_to_inet
ALTER TABLE orders ALTER COLUMN net TYPE inet;
-- kind: type_char_longer
ALTER TABLE orders ALTER COLUMN code TYPE char(10);
-- kind: type_text_to_enum
ALTER TABLE orders ALTER COLUMN feeling TYPE mood USING feeling::mood;
-- kind: type_to_domain_unconstrained
ALTER TABLE orders ALTER COLUMN owner_id TYPE whole;
-- kind: type_collation_change
ALTER TABLE orders ALTER COLUMN plain TYPE text COLLATE "C";
-- kind: type_collation_change_indexed
ALTER TABLE orders ALTER COLUMN indexed TYPE text COLLATE "C";
-- kind: type_with_check
ALTER TABLE orders ALTER COLUMN checked TYPE whole;
-- kind: type_fk_column_to_int
-- setup: ALTER TABLE orders DROP CONSTRAINT orders_user_fk
-- setup: ALTER TABLE orders ALTER COLUMN user_id TYPE bigint
-- setup: ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id)
ALTER TABLE orders ALTER COLUMN user_id TYPE integer;
-- kind: drop_primary_key
ALTER TABLE orders DROP CONSTRAINT orders_pkey;
-- kind: drop_identity
ALTER TABLE users ALTER COLUMN rank DROP IDENTITY;
-- kind: set_expression_17
ALTER TABLE users ALTER COLUMN twice SET EXPRESSION AS (id * 3);
-- kind: drop_expression
ALTER TABLE users ALTER COLUMN twice DROP EXPRESSION;
-- kind: vacuum_in_tx
VACUUM orders;
-- kind: cic_in_tx
CREATE INDEX CONCURRENTLY i ON orders (amount);
-- kind: set_statistics
ALTER TABLE orders ALTER COLUMN note SET STATISTICS 500;
-- kind: set_storage
ALTER TABLE orders ALTER COLUMN note SET STORAGE EXTERNAL;
-- kind: set_compression
ALTER TABLE orders ALTER COLUMN note SET COMPRESSION pglz;
-- kind: set_fillfactor
ALTER TABLE orders SET (fillfactor = 80);
-- kind: set_autovacuum
ALTER TABLE orders SET (autovacuum_vacuum_scale_factor = 0.01);
-- kind: set_unlogged
-- setup: ALTER TABLE orders DROP CONSTRAINT orders_user_fk
ALTER TABLE orders SET UNLOGGED;
-- kind: set_schema
-- setup: CREATE SCHEMA other
ALTER TABLE orders SET SCHEMA other;
-- kind: set_tablespace_same
ALTER TABLE orders SET TABLESPACE pg_default;
-- kind: set_access_method
ALTER TABLE orders SET ACCESS METHOD heap;
-- kind: cluster_on
ALTER TABLE orders CLUSTER ON orders_pkey;
-- kind: owner_to
ALTER TABLE orders OWNER TO CURRENT_USER;
-- kind: enable_rls
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
-- kind: create_policy
CREATE POLICY p ON orders USING (true);
-- kind: replica_identity_full
ALTER TABLE orders REPLICA IDENTITY FULL;
-- kind: rename_table
ALTER TABLE keyed RENAME TO k;
-- kind: rename_column
ALTER TABLE orders RENAME COLUMN plain TO simple;
-- kind: rename_constraint
ALTER TABLE orders RENAME CONSTRAINT orders_checked TO c2;
-- kind: create_trigger
CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION touch();
-- kind: drop_trigger
DROP TRIGGER orders_touch ON orders;
-- kind: disable_trigger
ALTER TABLE orders DISABLE TRIGGER orders_touch;
-- kind: create_rule
CREATE RULE r AS ON DELETE TO orders DO INSTEAD NOTHING;
-- kind: attach_partition
ALTER TABLE parent ATTACH PARTITION part_2 FOR VALUES FROM (10) TO (20);
-- kind: attach_partition_with_check
ALTER TABLE parent ATTACH PARTITION part_3 FOR VALUES FROM (20) TO (30);
-- kind: detach_partition
ALTER TABLE parent DETACH PARTITION parent_1;
-- kind: create_partition_of
CREATE TABLE parent_3 PARTITION OF parent FOR VALUES FROM (30) TO (40);
-- kind: drop_partition
DROP TABLE parent_1;
-- kind: inherit
-- setup: CREATE TABLE base (a integer)
-- setup: CREATE TABLE heir (a integer)
ALTER TABLE heir INHERIT base;
-- kind: create_view
CREATE VIEW v2 AS SELECT id FROM orders;
-- kind: create_or_replace_view
CREATE OR REPLACE VIEW vw AS SELECT id, note FROM orders WHERE id > 0;
-- kind: drop_view
DROP VIEW vw;
-- kind: refresh_matview
REFRESH MATERIALIZED VIEW mv;
-- kind: refresh_matview_concurrently
REFRESH MATERIALIZED VIEW CONCURRENTLY mv;
-- kind: truncate
TRUNCATE orders;
-- kind: vacuum_full_n/a_cluster
CLUSTER orders USING orders_pkey;
-- kind: analyze
ANALYZE orders;
-- kind: create_statistics
CREATE STATISTICS s ON number, filled FROM orders;
-- kind: comment_on_column
COMMENT ON COLUMN orders.note IS 'x';
-- kind: comment_on_table
COMMENT ON TABLE orders IS 'x';
-- kind: grant
GRANT SELECT ON orders TO PUBLIC;
-- kind: lock_table_default
LOCK TABLE orders;
-- kind: alter_type_add_value
ALTER TYPE mood ADD VALUE 'calm';
-- kind: alter_sequence
ALTER SEQUENCE counter INCREMENT BY 2;
-- kind: alter_sequence_restart
ALTER SEQUENCE counter RESTART WITH 100;
-- kind: create_publication
CREATE PUBLICATION p FOR TABLE orders;
-- kind: identity_add_existing
ALTER TABLE orders ALTER COLUMN number ADD GENERATED BY DEFAULT AS IDENTITY;
-- kind: update_all
UPDATE orders SET note = 'y';
-- kind: alter_domain_add_check
ALTER DOMAIN positive ADD CONSTRAINT less CHECK (VALUE < 1000);
-- kind: alter_domain_add_check_not_valid
ALTER DOMAIN positive ADD CONSTRAINT less CHECK (VALUE < 1000) NOT VALID;
