-- revision: 26a6cb1543c8
-- message: Create calls

-- migrate:upgrade
CREATE TABLE calls (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    caller     text        NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    details    jsonb
);

-- migrate:downgrade
DROP TABLE calls;
