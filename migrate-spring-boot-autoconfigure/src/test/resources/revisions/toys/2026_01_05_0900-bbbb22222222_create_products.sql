-- revision: bbbb22222222
-- message: Create products, which revisions in Java follow
-- created: 2026-01-05T09:00:00Z

-- migrate:upgrade
CREATE TABLE product (id bigint PRIMARY KEY, name varchar(255) NOT NULL, price numeric(12, 2));

-- migrate:downgrade
DROP TABLE product;
