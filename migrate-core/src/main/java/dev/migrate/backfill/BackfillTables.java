package dev.migrate.backfill;

/** The tables of backfills, as statements that create them under a name. */
final class BackfillTables {

    static final String BACKFILLS = """
            CREATE TABLE IF NOT EXISTS %s (
                name varchar(255) PRIMARY KEY,
                state varchar(16) NOT NULL,
                table_name text NOT NULL,
                key_columns text NOT NULL,
                definition varchar(64) NOT NULL,
                ready boolean NOT NULL DEFAULT false,
                upper_key text[],
                claimed_key text[],
                estimate bigint NOT NULL DEFAULT 0,
                rows bigint NOT NULL DEFAULT 0,
                batches bigint NOT NULL DEFAULT 0,
                retries bigint NOT NULL DEFAULT 0,
                batch_size integer NOT NULL DEFAULT 0,
                started_by text,
                started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                finished_at timestamptz,
                throttle text,
                sqlstate varchar(5),
                error text)""";

    static final String RANGES = """
            CREATE TABLE IF NOT EXISTS %s (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                backfill varchar(255) NOT NULL,
                cursor_key text[],
                to_key text[] NOT NULL,
                rows bigint NOT NULL DEFAULT 0,
                batches bigint NOT NULL DEFAULT 0,
                batch_size integer NOT NULL DEFAULT 0,
                rate double precision NOT NULL DEFAULT 0,
                owner text,
                heartbeat timestamptz NOT NULL DEFAULT clock_timestamp())""";

    private BackfillTables() {}
}
