-- create table
CREATE TABLE `calls` (
    `id` bigint NOT NULL,
    `title` varchar(100),
    `n` integer,
    `m` integer
);

-- create table with everything
-- refused: MariaDB has no foreign keys that leave the columns of the other table out

-- create table with the same key several times
CREATE TABLE `calls` (
    `id` bigint NOT NULL,
    `n` integer,
    CONSTRAINT `calls_id` UNIQUE (`id`),
    CONSTRAINT `calls_n` UNIQUE (`n`),
    CONSTRAINT `calls_n2` UNIQUE (`n`),
    CONSTRAINT `calls_pkey` PRIMARY KEY (`id`)
);

-- create table if not exists
CREATE TABLE IF NOT EXISTS `calls` (
    `id` bigint
);

-- create table without columns
-- refused: MariaDB has no tables without columns

-- create table of every type
-- refused: MariaDB has no arrays

-- create table with hostile names
CREATE TABLE `a"b'c\d
-- */ $$ ; é🦉`.`a"b'c\d
-- */ $$ ; é🦉` (
    `a"b'c\d
-- */ $$ ; é🦉` longtext DEFAULT 'a"b''c\\d
-- */ $$ ; é🦉' COMMENT 'a"b''c\\d
-- */ $$ ; é🦉',
    CONSTRAINT `a"b'c\d
-- */ $$ ; é🦉2` UNIQUE (`a"b'c\d
-- */ $$ ; é🦉`)
) COMMENT = 'a"b''c\\d
-- */ $$ ; é🦉';

-- drop table
DROP TABLE `calls`;

-- drop table if exists
DROP TABLE IF EXISTS `gone`;

-- rename table
ALTER TABLE `calls` RENAME TO `phone calls`;

-- rename table of a schema
ALTER TABLE `audit`.`entries` RENAME TO `audit`.`lines`;

-- comment on table
ALTER TABLE `calls` COMMENT = 'it''s\\this';

-- remove comment on table
ALTER TABLE `calls` COMMENT = '';

-- insert rows
INSERT INTO `things` (`a`, `b`, `c`) VALUES
    (1, 'a"b''c\\d
-- */ $$ ; é🦉', CONVERT_TZ(TIMESTAMP '1970-01-01 00:00:00', '+00:00', @@session.time_zone)),
    (NULL, '', now());

-- insert rows of defaults
INSERT INTO `things` () VALUES ();
INSERT INTO `things` () VALUES ();

-- insert no rows

-- add column
ALTER TABLE `calls` ADD COLUMN `lang` varchar(8);

-- add column with everything
ALTER TABLE `calls` ADD COLUMN `lang` longtext COLLATE `C` NOT NULL DEFAULT 'de' COMMENT 'ISO 639';

-- add column if not exists
ALTER TABLE `calls` ADD COLUMN IF NOT EXISTS `lang` longtext;

-- add identity column
-- refused: MariaDB has no identity columns that step otherwise than by 1

-- add generated column
ALTER TABLE `calls` ADD COLUMN `sum` integer GENERATED ALWAYS AS (n + m) STORED;

-- add virtual generated column
ALTER TABLE `calls` ADD COLUMN `sum` integer GENERATED ALWAYS AS (n + m) VIRTUAL;

-- drop column
ALTER TABLE `calls` DROP COLUMN `n`;

-- drop column if exists
ALTER TABLE `calls` DROP COLUMN IF EXISTS `x`;

-- rename column
ALTER TABLE `calls` RENAME COLUMN `n` TO `count`;

-- rename column to a hostile name
ALTER TABLE `calls` RENAME COLUMN `n` TO `a"b'c\d
-- */ $$ ; é🦉`;

-- batch
ALTER TABLE `calls` ADD COLUMN `lang` longtext COMMENT 'which';
ALTER TABLE `calls` RENAME COLUMN `n` TO `count`;
ALTER TABLE `calls` DROP COLUMN `m`;
BEGIN NOT ATOMIC
    DECLARE definition, kept LONGTEXT;
    SELECT CONCAT(
               COLUMN_TYPE,
               COALESCE(CONCAT(' CHARACTER SET ', CHARACTER_SET_NAME, ' COLLATE ', COLLATION_NAME), ''),
               COALESCE(
                   CONCAT(' GENERATED ALWAYS AS (', NULLIF(GENERATION_EXPRESSION, ''), ') ', IF(EXTRA LIKE '%STORED%', 'STORED', 'VIRTUAL'), ' NOT NULL'),
                   CONCAT(
                       ' NOT NULL',
                       COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), ''),
                       IF(EXTRA LIKE '%on update %', CONCAT(' ON UPDATE ', REGEXP_SUBSTR(SUBSTRING_INDEX(EXTRA, 'on update ', -1), '^[^ ,]*')), ''),
                       IF(EXTRA LIKE '%auto_increment%', ' AUTO_INCREMENT', ''))),
               IF(EXTRA LIKE '%INVISIBLE%', ' INVISIBLE', ''),
               ' COMMENT ', QUOTE(COLUMN_COMMENT),
               COALESCE((SELECT CONCAT(' CHECK (', k.CHECK_CLAUSE, ')') FROM information_schema.CHECK_CONSTRAINTS k
                          WHERE k.CONSTRAINT_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
                            AND k.CONSTRAINT_NAME = c.COLUMN_NAME AND k.LEVEL = 'Column'), '')),
           COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), '')
      INTO definition, kept
      FROM information_schema.COLUMNS c
     WHERE c.TABLE_SCHEMA = DATABASE() AND c.TABLE_NAME = 'calls' AND c.COLUMN_NAME = 'title';
    IF kept LIKE '%?%' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The default of the column may hold a character that information_schema does not show';
    END IF;
    EXECUTE IMMEDIATE CONCAT('ALTER TABLE `calls` MODIFY COLUMN `title` ', COALESCE(definition, 'int'));
END;
ALTER TABLE `calls` ADD CONSTRAINT `calls_pk` PRIMARY KEY (`id`);

-- change type
BEGIN NOT ATOMIC
    DECLARE definition, kept LONGTEXT;
    SELECT CONCAT(
               'varchar(320)',
               '',
               COALESCE(
                   CONCAT(' GENERATED ALWAYS AS (', NULLIF(GENERATION_EXPRESSION, ''), ') ', IF(EXTRA LIKE '%STORED%', 'STORED', 'VIRTUAL')),
                   CONCAT(
                       IF(IS_NULLABLE = 'YES', ' NULL', ' NOT NULL'),
                       COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), ''),
                       IF(EXTRA LIKE '%on update %', CONCAT(' ON UPDATE ', REGEXP_SUBSTR(SUBSTRING_INDEX(EXTRA, 'on update ', -1), '^[^ ,]*')), ''),
                       IF(EXTRA LIKE '%auto_increment%', ' AUTO_INCREMENT', ''))),
               IF(EXTRA LIKE '%INVISIBLE%', ' INVISIBLE', ''),
               ' COMMENT ', QUOTE(COLUMN_COMMENT),
               COALESCE((SELECT CONCAT(' CHECK (', k.CHECK_CLAUSE, ')') FROM information_schema.CHECK_CONSTRAINTS k
                          WHERE k.CONSTRAINT_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
                            AND k.CONSTRAINT_NAME = c.COLUMN_NAME AND k.LEVEL = 'Column' AND k.CHECK_CLAUSE NOT LIKE 'json\_valid(%'), '')),
           COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), '')
      INTO definition, kept
      FROM information_schema.COLUMNS c
     WHERE c.TABLE_SCHEMA = DATABASE() AND c.TABLE_NAME = 'calls' AND c.COLUMN_NAME = 'title';
    IF kept LIKE '%?%' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The default of the column may hold a character that information_schema does not show';
    END IF;
    EXECUTE IMMEDIATE CONCAT('ALTER TABLE `calls` MODIFY COLUMN `title` ', COALESCE(definition, 'int'));
END;

-- change type with using and collation
-- refused: MariaDB has no USING expressions for a change of type

-- forbid empty values
BEGIN NOT ATOMIC
    DECLARE definition, kept LONGTEXT;
    SELECT CONCAT(
               COLUMN_TYPE,
               COALESCE(CONCAT(' CHARACTER SET ', CHARACTER_SET_NAME, ' COLLATE ', COLLATION_NAME), ''),
               COALESCE(
                   CONCAT(' GENERATED ALWAYS AS (', NULLIF(GENERATION_EXPRESSION, ''), ') ', IF(EXTRA LIKE '%STORED%', 'STORED', 'VIRTUAL'), ' NOT NULL'),
                   CONCAT(
                       ' NOT NULL',
                       COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), ''),
                       IF(EXTRA LIKE '%on update %', CONCAT(' ON UPDATE ', REGEXP_SUBSTR(SUBSTRING_INDEX(EXTRA, 'on update ', -1), '^[^ ,]*')), ''),
                       IF(EXTRA LIKE '%auto_increment%', ' AUTO_INCREMENT', ''))),
               IF(EXTRA LIKE '%INVISIBLE%', ' INVISIBLE', ''),
               ' COMMENT ', QUOTE(COLUMN_COMMENT),
               COALESCE((SELECT CONCAT(' CHECK (', k.CHECK_CLAUSE, ')') FROM information_schema.CHECK_CONSTRAINTS k
                          WHERE k.CONSTRAINT_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
                            AND k.CONSTRAINT_NAME = c.COLUMN_NAME AND k.LEVEL = 'Column'), '')),
           COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), '')
      INTO definition, kept
      FROM information_schema.COLUMNS c
     WHERE c.TABLE_SCHEMA = DATABASE() AND c.TABLE_NAME = 'calls' AND c.COLUMN_NAME = 'n';
    IF kept LIKE '%?%' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The default of the column may hold a character that information_schema does not show';
    END IF;
    EXECUTE IMMEDIATE CONCAT('ALTER TABLE `calls` MODIFY COLUMN `n` ', COALESCE(definition, 'int'));
END;

-- allow empty values
BEGIN NOT ATOMIC
    DECLARE definition, kept LONGTEXT;
    SELECT CONCAT(
               COLUMN_TYPE,
               COALESCE(CONCAT(' CHARACTER SET ', CHARACTER_SET_NAME, ' COLLATE ', COLLATION_NAME), ''),
               COALESCE(
                   CONCAT(' GENERATED ALWAYS AS (', NULLIF(GENERATION_EXPRESSION, ''), ') ', IF(EXTRA LIKE '%STORED%', 'STORED', 'VIRTUAL'), ' NULL'),
                   CONCAT(
                       ' NULL',
                       COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), ''),
                       IF(EXTRA LIKE '%on update %', CONCAT(' ON UPDATE ', REGEXP_SUBSTR(SUBSTRING_INDEX(EXTRA, 'on update ', -1), '^[^ ,]*')), ''),
                       IF(EXTRA LIKE '%auto_increment%', ' AUTO_INCREMENT', ''))),
               IF(EXTRA LIKE '%INVISIBLE%', ' INVISIBLE', ''),
               ' COMMENT ', QUOTE(COLUMN_COMMENT),
               COALESCE((SELECT CONCAT(' CHECK (', k.CHECK_CLAUSE, ')') FROM information_schema.CHECK_CONSTRAINTS k
                          WHERE k.CONSTRAINT_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
                            AND k.CONSTRAINT_NAME = c.COLUMN_NAME AND k.LEVEL = 'Column'), '')),
           COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), '')
      INTO definition, kept
      FROM information_schema.COLUMNS c
     WHERE c.TABLE_SCHEMA = DATABASE() AND c.TABLE_NAME = 'calls' AND c.COLUMN_NAME = 'id';
    IF kept LIKE '%?%' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The default of the column may hold a character that information_schema does not show';
    END IF;
    EXECUTE IMMEDIATE CONCAT('ALTER TABLE `calls` MODIFY COLUMN `id` ', COALESCE(definition, 'int'));
END;

-- set default
ALTER TABLE `calls` ALTER COLUMN `title` SET DEFAULT 'it''s';

-- set default to an expression
ALTER TABLE `calls` ALTER COLUMN `n` SET DEFAULT (1 + 1);

-- drop default
BEGIN NOT ATOMIC
    DECLARE definition, kept LONGTEXT;
    SELECT CONCAT(
               COLUMN_TYPE,
               COALESCE(CONCAT(' CHARACTER SET ', CHARACTER_SET_NAME, ' COLLATE ', COLLATION_NAME), ''),
               COALESCE(
                   CONCAT(' GENERATED ALWAYS AS (', NULLIF(GENERATION_EXPRESSION, ''), ') ', IF(EXTRA LIKE '%STORED%', 'STORED', 'VIRTUAL')),
                   CONCAT(
                       IF(IS_NULLABLE = 'YES', ' NULL', ' NOT NULL'),
                       '',
                       IF(EXTRA LIKE '%on update %', CONCAT(' ON UPDATE ', REGEXP_SUBSTR(SUBSTRING_INDEX(EXTRA, 'on update ', -1), '^[^ ,]*')), ''),
                       IF(EXTRA LIKE '%auto_increment%', ' AUTO_INCREMENT', ''))),
               IF(EXTRA LIKE '%INVISIBLE%', ' INVISIBLE', ''),
               ' COMMENT ', QUOTE(COLUMN_COMMENT),
               COALESCE((SELECT CONCAT(' CHECK (', k.CHECK_CLAUSE, ')') FROM information_schema.CHECK_CONSTRAINTS k
                          WHERE k.CONSTRAINT_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
                            AND k.CONSTRAINT_NAME = c.COLUMN_NAME AND k.LEVEL = 'Column'), '')),
           ''
      INTO definition, kept
      FROM information_schema.COLUMNS c
     WHERE c.TABLE_SCHEMA = DATABASE() AND c.TABLE_NAME = 'calls' AND c.COLUMN_NAME = 'n';
    IF kept LIKE '%?%' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The default of the column may hold a character that information_schema does not show';
    END IF;
    EXECUTE IMMEDIATE CONCAT('ALTER TABLE `calls` MODIFY COLUMN `n` ', COALESCE(definition, 'int'));
END;

-- comment on column
BEGIN NOT ATOMIC
    DECLARE definition, kept LONGTEXT;
    SELECT CONCAT(
               COLUMN_TYPE,
               COALESCE(CONCAT(' CHARACTER SET ', CHARACTER_SET_NAME, ' COLLATE ', COLLATION_NAME), ''),
               COALESCE(
                   CONCAT(' GENERATED ALWAYS AS (', NULLIF(GENERATION_EXPRESSION, ''), ') ', IF(EXTRA LIKE '%STORED%', 'STORED', 'VIRTUAL')),
                   CONCAT(
                       IF(IS_NULLABLE = 'YES', ' NULL', ' NOT NULL'),
                       COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), ''),
                       IF(EXTRA LIKE '%on update %', CONCAT(' ON UPDATE ', REGEXP_SUBSTR(SUBSTRING_INDEX(EXTRA, 'on update ', -1), '^[^ ,]*')), ''),
                       IF(EXTRA LIKE '%auto_increment%', ' AUTO_INCREMENT', ''))),
               IF(EXTRA LIKE '%INVISIBLE%', ' INVISIBLE', ''),
               ' COMMENT ', '''how many''',
               COALESCE((SELECT CONCAT(' CHECK (', k.CHECK_CLAUSE, ')') FROM information_schema.CHECK_CONSTRAINTS k
                          WHERE k.CONSTRAINT_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
                            AND k.CONSTRAINT_NAME = c.COLUMN_NAME AND k.LEVEL = 'Column'), '')),
           COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), '')
      INTO definition, kept
      FROM information_schema.COLUMNS c
     WHERE c.TABLE_SCHEMA = DATABASE() AND c.TABLE_NAME = 'calls' AND c.COLUMN_NAME = 'n';
    IF kept LIKE '%?%' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The default of the column may hold a character that information_schema does not show';
    END IF;
    EXECUTE IMMEDIATE CONCAT('ALTER TABLE `calls` MODIFY COLUMN `n` ', COALESCE(definition, 'int'));
END;

-- remove comment on column
BEGIN NOT ATOMIC
    DECLARE definition, kept LONGTEXT;
    SELECT CONCAT(
               COLUMN_TYPE,
               COALESCE(CONCAT(' CHARACTER SET ', CHARACTER_SET_NAME, ' COLLATE ', COLLATION_NAME), ''),
               COALESCE(
                   CONCAT(' GENERATED ALWAYS AS (', NULLIF(GENERATION_EXPRESSION, ''), ') ', IF(EXTRA LIKE '%STORED%', 'STORED', 'VIRTUAL')),
                   CONCAT(
                       IF(IS_NULLABLE = 'YES', ' NULL', ' NOT NULL'),
                       COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), ''),
                       IF(EXTRA LIKE '%on update %', CONCAT(' ON UPDATE ', REGEXP_SUBSTR(SUBSTRING_INDEX(EXTRA, 'on update ', -1), '^[^ ,]*')), ''),
                       IF(EXTRA LIKE '%auto_increment%', ' AUTO_INCREMENT', ''))),
               IF(EXTRA LIKE '%INVISIBLE%', ' INVISIBLE', ''),
               ' COMMENT ', '''''',
               COALESCE((SELECT CONCAT(' CHECK (', k.CHECK_CLAUSE, ')') FROM information_schema.CHECK_CONSTRAINTS k
                          WHERE k.CONSTRAINT_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
                            AND k.CONSTRAINT_NAME = c.COLUMN_NAME AND k.LEVEL = 'Column'), '')),
           COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), '')
      INTO definition, kept
      FROM information_schema.COLUMNS c
     WHERE c.TABLE_SCHEMA = DATABASE() AND c.TABLE_NAME = 'calls' AND c.COLUMN_NAME = 'n';
    IF kept LIKE '%?%' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The default of the column may hold a character that information_schema does not show';
    END IF;
    EXECUTE IMMEDIATE CONCAT('ALTER TABLE `calls` MODIFY COLUMN `n` ', COALESCE(definition, 'int'));
END;

-- add identity
-- refused: MariaDB has no identity columns that step otherwise than by 1

-- change identity
-- refused: MariaDB has no way to change how a column numbers its rows

-- drop identity
BEGIN NOT ATOMIC
    DECLARE definition, kept LONGTEXT;
    SELECT CONCAT(
               COLUMN_TYPE,
               COALESCE(CONCAT(' CHARACTER SET ', CHARACTER_SET_NAME, ' COLLATE ', COLLATION_NAME), ''),
               COALESCE(
                   CONCAT(' GENERATED ALWAYS AS (', NULLIF(GENERATION_EXPRESSION, ''), ') ', IF(EXTRA LIKE '%STORED%', 'STORED', 'VIRTUAL')),
                   CONCAT(
                       IF(IS_NULLABLE = 'YES', ' NULL', ' NOT NULL'),
                       '',
                       IF(EXTRA LIKE '%on update %', CONCAT(' ON UPDATE ', REGEXP_SUBSTR(SUBSTRING_INDEX(EXTRA, 'on update ', -1), '^[^ ,]*')), ''),
                       '')),
               IF(EXTRA LIKE '%INVISIBLE%', ' INVISIBLE', ''),
               ' COMMENT ', QUOTE(COLUMN_COMMENT),
               COALESCE((SELECT CONCAT(' CHECK (', k.CHECK_CLAUSE, ')') FROM information_schema.CHECK_CONSTRAINTS k
                          WHERE k.CONSTRAINT_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
                            AND k.CONSTRAINT_NAME = c.COLUMN_NAME AND k.LEVEL = 'Column'), '')),
           ''
      INTO definition, kept
      FROM information_schema.COLUMNS c
     WHERE c.TABLE_SCHEMA = DATABASE() AND c.TABLE_NAME = 'calls' AND c.COLUMN_NAME = 'id';
    IF kept LIKE '%?%' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The default of the column may hold a character that information_schema does not show';
    END IF;
    EXECUTE IMMEDIATE CONCAT('ALTER TABLE `calls` MODIFY COLUMN `id` ', COALESCE(definition, 'int'));
END;

-- change generated expression
BEGIN NOT ATOMIC
    DECLARE definition, kept LONGTEXT;
    SELECT CONCAT(
               COLUMN_TYPE,
               COALESCE(CONCAT(' CHARACTER SET ', CHARACTER_SET_NAME, ' COLLATE ', COLLATION_NAME), ''),
               COALESCE(
                   CONCAT(' GENERATED ALWAYS AS (', 'n * 3', ') ', IF(EXTRA LIKE '%STORED%', 'STORED', 'VIRTUAL')),
                   CONCAT(
                       IF(IS_NULLABLE = 'YES', ' NULL', ' NOT NULL'),
                       COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), ''),
                       IF(EXTRA LIKE '%on update %', CONCAT(' ON UPDATE ', REGEXP_SUBSTR(SUBSTRING_INDEX(EXTRA, 'on update ', -1), '^[^ ,]*')), ''),
                       IF(EXTRA LIKE '%auto_increment%', ' AUTO_INCREMENT', ''))),
               IF(EXTRA LIKE '%INVISIBLE%', ' INVISIBLE', ''),
               ' COMMENT ', QUOTE(COLUMN_COMMENT),
               COALESCE((SELECT CONCAT(' CHECK (', k.CHECK_CLAUSE, ')') FROM information_schema.CHECK_CONSTRAINTS k
                          WHERE k.CONSTRAINT_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
                            AND k.CONSTRAINT_NAME = c.COLUMN_NAME AND k.LEVEL = 'Column'), '')),
           COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), '')
      INTO definition, kept
      FROM information_schema.COLUMNS c
     WHERE c.TABLE_SCHEMA = DATABASE() AND c.TABLE_NAME = 'calls' AND c.COLUMN_NAME = 'm';
    IF kept LIKE '%?%' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The default of the column may hold a character that information_schema does not show';
    END IF;
    EXECUTE IMMEDIATE CONCAT('ALTER TABLE `calls` MODIFY COLUMN `m` ', COALESCE(definition, 'int'));
END;

-- drop generated expression
BEGIN NOT ATOMIC
    DECLARE definition, kept LONGTEXT;
    SELECT CONCAT(
               COLUMN_TYPE,
               COALESCE(CONCAT(' CHARACTER SET ', CHARACTER_SET_NAME, ' COLLATE ', COLLATION_NAME), ''),
               COALESCE(
                   CONCAT(' GENERATED ALWAYS AS (', NULL, ') ', IF(EXTRA LIKE '%STORED%', 'STORED', 'VIRTUAL')),
                   CONCAT(
                       IF(IS_NULLABLE = 'YES', ' NULL', ' NOT NULL'),
                       COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), ''),
                       IF(EXTRA LIKE '%on update %', CONCAT(' ON UPDATE ', REGEXP_SUBSTR(SUBSTRING_INDEX(EXTRA, 'on update ', -1), '^[^ ,]*')), ''),
                       IF(EXTRA LIKE '%auto_increment%', ' AUTO_INCREMENT', ''))),
               IF(EXTRA LIKE '%INVISIBLE%', ' INVISIBLE', ''),
               ' COMMENT ', QUOTE(COLUMN_COMMENT),
               COALESCE((SELECT CONCAT(' CHECK (', k.CHECK_CLAUSE, ')') FROM information_schema.CHECK_CONSTRAINTS k
                          WHERE k.CONSTRAINT_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
                            AND k.CONSTRAINT_NAME = c.COLUMN_NAME AND k.LEVEL = 'Column'), '')),
           COALESCE(CONCAT(' DEFAULT ', NULLIF(COLUMN_DEFAULT, 'NULL')), '')
      INTO definition, kept
      FROM information_schema.COLUMNS c
     WHERE c.TABLE_SCHEMA = DATABASE() AND c.TABLE_NAME = 'calls' AND c.COLUMN_NAME = 'm';
    IF kept LIKE '%?%' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The default of the column may hold a character that information_schema does not show';
    END IF;
    EXECUTE IMMEDIATE CONCAT('ALTER TABLE `calls` MODIFY COLUMN `m` ', COALESCE(definition, 'int'));
END;

-- create index
CREATE INDEX `calls_n` ON `calls` (`n`, `m`);

-- create index with everything
-- refused: MariaDB has no indexes with a condition

-- create unique index
CREATE UNIQUE INDEX `calls_u` ON `calls` (`n`);

-- create unique index without distinct nulls
-- refused: MariaDB has no unique constraints and indexes for which empty values are alike

-- create index concurrently
CREATE INDEX `calls_n` ON `calls` (`n`) LOCK = NONE;

-- create index if not exists
CREATE INDEX IF NOT EXISTS `calls_n` ON `calls` (`n`) LOCK = NONE;

-- create index with a method
-- refused: MariaDB has no index methods to choose from

-- create index in a schema
CREATE INDEX `a"b'c\d
-- */ $$ ; é🦉` ON `audit`.`entries` (`n`);

-- drop index
BEGIN NOT ATOMIC
    DECLARE EXIT HANDLER FOR 1553
    BEGIN
        DECLARE instead LONGTEXT;
        SELECT GROUP_CONCAT(', ADD INDEX `', REPLACE(k.name, '`', '``'), '` (', k.names, ')' SEPARATOR '')
          INTO instead
          FROM (SELECT CONSTRAINT_NAME AS name,
                       GROUP_CONCAT('`', REPLACE(COLUMN_NAME, '`', '``'), '`' ORDER BY ORDINAL_POSITION) AS names
                  FROM information_schema.KEY_COLUMN_USAGE
                 WHERE TABLE_SCHEMA = 'audit' AND TABLE_NAME = 'entries' AND REFERENCED_TABLE_NAME IS NOT NULL
                 GROUP BY CONSTRAINT_NAME) k
          JOIN (SELECT GROUP_CONCAT('`', REPLACE(COLUMN_NAME, '`', '``'), '`' ORDER BY SEQ_IN_INDEX) AS names
                  FROM information_schema.STATISTICS
                 WHERE TABLE_SCHEMA = 'audit' AND TABLE_NAME = 'entries' AND INDEX_NAME = 'entries_n') i
            ON LEFT(CONCAT(i.names, ','), CHAR_LENGTH(k.names) + 1) = CONCAT(k.names, ',');
        EXECUTE IMMEDIATE CONCAT('ALTER TABLE `audit`.`entries` DROP INDEX `entries_n`', COALESCE(instead, ''));
    END;
    DROP INDEX `entries_n` ON `audit`.`entries`;
END;

-- drop index concurrently
BEGIN NOT ATOMIC
    DECLARE EXIT HANDLER FOR 1553
    BEGIN
        DECLARE instead LONGTEXT;
        SELECT GROUP_CONCAT(', ADD INDEX `', REPLACE(k.name, '`', '``'), '` (', k.names, ')' SEPARATOR '')
          INTO instead
          FROM (SELECT CONSTRAINT_NAME AS name,
                       GROUP_CONCAT('`', REPLACE(COLUMN_NAME, '`', '``'), '`' ORDER BY ORDINAL_POSITION) AS names
                  FROM information_schema.KEY_COLUMN_USAGE
                 WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'calls' AND REFERENCED_TABLE_NAME IS NOT NULL
                 GROUP BY CONSTRAINT_NAME) k
          JOIN (SELECT GROUP_CONCAT('`', REPLACE(COLUMN_NAME, '`', '``'), '`' ORDER BY SEQ_IN_INDEX) AS names
                  FROM information_schema.STATISTICS
                 WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'calls' AND INDEX_NAME = 'calls_n') i
            ON LEFT(CONCAT(i.names, ','), CHAR_LENGTH(k.names) + 1) = CONCAT(k.names, ',');
        EXECUTE IMMEDIATE CONCAT('ALTER TABLE `calls` DROP INDEX `calls_n`', COALESCE(instead, ''));
    END;
    DROP INDEX `calls_n` ON `calls`;
END;

-- drop index if exists
BEGIN NOT ATOMIC
    DECLARE EXIT HANDLER FOR 1553
    BEGIN
        DECLARE instead LONGTEXT;
        SELECT GROUP_CONCAT(', ADD INDEX `', REPLACE(k.name, '`', '``'), '` (', k.names, ')' SEPARATOR '')
          INTO instead
          FROM (SELECT CONSTRAINT_NAME AS name,
                       GROUP_CONCAT('`', REPLACE(COLUMN_NAME, '`', '``'), '`' ORDER BY ORDINAL_POSITION) AS names
                  FROM information_schema.KEY_COLUMN_USAGE
                 WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'calls' AND REFERENCED_TABLE_NAME IS NOT NULL
                 GROUP BY CONSTRAINT_NAME) k
          JOIN (SELECT GROUP_CONCAT('`', REPLACE(COLUMN_NAME, '`', '``'), '`' ORDER BY SEQ_IN_INDEX) AS names
                  FROM information_schema.STATISTICS
                 WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'calls' AND INDEX_NAME = 'gone') i
            ON LEFT(CONCAT(i.names, ','), CHAR_LENGTH(k.names) + 1) = CONCAT(k.names, ',');
        EXECUTE IMMEDIATE CONCAT('ALTER TABLE `calls` DROP INDEX `gone`', COALESCE(instead, ''));
    END;
    DROP INDEX IF EXISTS `gone` ON `calls`;
END;

-- rename index
ALTER TABLE `audit`.`entries` RENAME INDEX `entries_n` TO `entries_m`;

-- add primary key
ALTER TABLE `calls` ADD CONSTRAINT `calls_pk` PRIMARY KEY (`id`);

-- add unique constraint
ALTER TABLE `calls` ADD CONSTRAINT `calls_u` UNIQUE (`n`, `m`);

-- add deferrable unique constraint
-- refused: MariaDB has no deferrable unique constraints

-- add unique constraint without distinct nulls
-- refused: MariaDB has no unique constraints and indexes for which empty values are alike

-- add unique constraint without a name
ALTER TABLE `calls` ADD UNIQUE (`n`);

-- add unique constraint using index
-- refused: MariaDB has no unique constraints made of an index

-- add foreign key
ALTER TABLE `calls` ADD CONSTRAINT `fk` FOREIGN KEY (`n`) REFERENCES `users` (`id`);

-- add foreign key with everything
-- refused: MariaDB has no deferrable foreign keys

-- add foreign key to the primary key
-- refused: MariaDB has no deferrable foreign keys

-- validate constraint

-- add check
ALTER TABLE `calls` ADD CONSTRAINT `calls_n` CHECK (n > 0 AND title <> '--');

-- add check not valid
ALTER TABLE `calls` ADD CONSTRAINT `calls_n` CHECK (n > 0);

-- add exclusion
-- refused: MariaDB has no exclusion constraints

-- add exclusion with a method
-- refused: MariaDB has no exclusion constraints

-- drop constraint
ALTER TABLE `calls` DROP CONSTRAINT `calls_n`;

-- drop constraint if exists
ALTER TABLE `calls` DROP CONSTRAINT IF EXISTS `gone`;

-- rename constraint
-- refused: MariaDB has no way to rename a constraint

-- create schema
CREATE SCHEMA `audit`;

-- create schema if not exists
CREATE SCHEMA IF NOT EXISTS `audit`;

-- drop schema
BEGIN NOT ATOMIC
    IF EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'audit')
        OR EXISTS (SELECT 1 FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = 'audit') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The schema is not empty';
    END IF;
    DROP SCHEMA `audit`;
END;

-- create extension
-- refused: MariaDB has no extensions

-- create extension if not exists
-- refused: MariaDB has no extensions

-- drop extension
-- refused: MariaDB has no extensions

-- create sequence
CREATE SEQUENCE `numbers` CACHE 1;

-- create sequence with everything
CREATE SEQUENCE `numbers` START WITH 50 INCREMENT BY -5 MINVALUE -100 MAXVALUE 100 CACHE 20 CYCLE;

-- create sequence above its minimum
CREATE SEQUENCE `numbers` START WITH 1 INCREMENT BY 1 MINVALUE -5 CACHE 1;

-- alter sequence
ALTER SEQUENCE `numbers` START WITH 50 INCREMENT BY -5 MINVALUE -100 MAXVALUE 100 CACHE 20 CYCLE;

-- alter sequence above its minimum
ALTER SEQUENCE `numbers` START WITH 50 INCREMENT BY -5 MINVALUE -100 MAXVALUE 100 CACHE 20 CYCLE;

-- drop sequence
DROP SEQUENCE `numbers`;

-- create enum
-- refused: MariaDB has no enum types

-- add enum value
-- refused: MariaDB has no enum types

-- add enum value before
-- refused: MariaDB has no enum types

-- add enum value after
-- refused: MariaDB has no enum types

-- rename enum value
-- refused: MariaDB has no enum types

-- drop enum
-- refused: MariaDB has no enum types

-- create domain
-- refused: MariaDB has no domains

-- create domain with everything
-- refused: MariaDB has no domains
-- refused: MariaDB has no types that a schema defines

-- create domain with a check that is not valid
-- refused: MariaDB has no domains

-- drop domain
-- refused: MariaDB has no domains

-- create view
CREATE VIEW `v` AS SELECT 1 AS a, 2 AS b;

-- create view with options
CREATE VIEW `v` AS WITH (security_barrier = true) AS SELECT 1 AS a;

-- replace view by one with more columns
CREATE OR REPLACE VIEW `v` AS SELECT 1 AS a, 2 AS b, '$definition$' AS c;

-- replace view by one with other columns
CREATE OR REPLACE VIEW `v` AS SELECT 'x' AS z -- why not;

-- replace view by one of another name
DROP VIEW `v`;
CREATE VIEW `w` AS SELECT 1 AS a;

-- replace view of a hostile name
CREATE OR REPLACE VIEW `$migrate$a"b'c\d
-- */ $$ ; é🦉` AS SELECT '$definition' AS b;

-- drop view
DROP VIEW `v`;

-- create materialized view
-- refused: MariaDB has no materialised views

-- replace materialized view
-- refused: MariaDB has no materialised views

-- drop materialized view
-- refused: MariaDB has no materialised views

-- create function
CREATE FUNCTION `f` (a integer) RETURNS integer LANGUAGE sql AS $$SELECT a$$;

-- replace function
CREATE OR REPLACE FUNCTION `f` (a integer) RETURNS integer LANGUAGE sql AS $$SELECT a + 1$$;

-- replace function by one with another result
CREATE OR REPLACE FUNCTION `f` (b integer) RETURNS text LANGUAGE sql AS $migrate$SELECT 'x'$migrate$;

-- replace function by one with other arguments
CREATE OR REPLACE FUNCTION `f` (a integer, b text) RETURNS integer LANGUAGE sql AS $$SELECT a$$;

-- drop function
DROP FUNCTION `f`;

-- create procedure
CREATE PROCEDURE `p` (a integer) LANGUAGE sql AS $$SELECT a$$;

-- replace procedure
CREATE OR REPLACE PROCEDURE `p` (b integer) LANGUAGE sql AS $$SELECT b$$;

-- drop procedure
DROP PROCEDURE `p`;

-- create trigger
CREATE TRIGGER `g` BEFORE INSERT ON calls FOR EACH ROW EXECUTE FUNCTION touch();

-- replace trigger
CREATE OR REPLACE TRIGGER `g` AFTER UPDATE OF n ON calls FOR EACH ROW EXECUTE FUNCTION touch();

-- drop trigger
DROP TRIGGER `g`;

-- execute
CREATE TABLE raw (id integer);

-- custom
ALTER TABLE `calls` SET (fillfactor = 70);

