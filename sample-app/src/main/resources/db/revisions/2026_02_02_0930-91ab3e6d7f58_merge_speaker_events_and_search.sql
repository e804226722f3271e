-- revision: 91ab3e6d7f58
-- revises: bbfa55ebcab7, c58e2b60f19d
-- message: Merge speaker events and search
-- created: 2026-02-02T09:30:00Z

-- migrate:upgrade

-- migrate:downgrade
