-- revision: a11111111111
-- message: Create products
-- created: 2026-01-05T09:00:00Z

-- migrate:upgrade
CREATE TABLE product (id bigint PRIMARY KEY, name varchar(255) NOT NULL);

-- migrate:downgrade
DROP TABLE product;
