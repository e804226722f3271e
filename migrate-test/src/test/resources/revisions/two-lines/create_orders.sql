-- revision: create_orders
-- message: Create orders
-- labels: shop

-- migrate:upgrade
CREATE TABLE orders (id int);

-- migrate:downgrade
DROP TABLE orders;
