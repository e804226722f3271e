CREATE TABLE calls (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    caller     text        NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    details    jsonb,
    status     text        NOT NULL DEFAULT 'new',
    length     integer,
    CONSTRAINT ck_calls_status CHECK (status IN ('new', 'old'))
);
CREATE INDEX ix_calls_status ON calls (status) INCLUDE (caller);
