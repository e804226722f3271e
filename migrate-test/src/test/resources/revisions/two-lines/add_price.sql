-- revision: add_price
-- revises: create_orders
-- message: Add price

-- migrate:upgrade
ALTER TABLE orders ADD price int;

-- migrate:downgrade
ALTER TABLE orders DROP price;
