-- revision: f55555555555
-- message: Add price to what Flyway has created
-- created: 2026-01-06T09:00:00Z

-- migrate:upgrade
ALTER TABLE product ADD COLUMN price numeric(12, 2);

-- migrate:downgrade
ALTER TABLE product DROP COLUMN price;
