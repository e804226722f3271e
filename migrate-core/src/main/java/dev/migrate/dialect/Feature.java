package dev.migrate.dialect;

/** What operations may need and not every database has. */
enum Feature {
    SCHEMAS("schemas"),
    SEQUENCES("sequences"),
    ENUM_TYPES("enum types"),
    DOMAINS("domains"),
    DEFINED_TYPES("types that a schema defines"),
    NOT_NULL_DOMAINS("domains that refuse empty values"),
    EXTENSIONS("extensions"),
    MATERIALIZED_VIEWS("materialised views"),
    FUNCTIONS("functions that SQL defines"),
    PROCEDURES("procedures that SQL defines"),
    ARRAYS("arrays"),
    INTERVALS("intervals"),
    TIMES_WITH_ZONE("times of day with an offset"),
    UNLIMITED_NUMBERS("exact numbers without a precision"),
    TABLES_WITHOUT_COLUMNS("tables without columns"),
    COLUMN_COLLATIONS("collations of single columns"),
    IDENTITY_START("identity columns that start or step otherwise than with 1"),
    IDENTITY_STEP("identity columns that step otherwise than by 1"),
    IDENTITY_BESIDE_KEY("identity columns other than the primary key"),
    VIRTUAL_COLUMNS("generated columns that are computed when they are read"),
    NOT_NULL_GENERATED("generated columns that refuse empty values"),
    CHANGED_IDENTITY("way to change how a column numbers its rows"),
    ALTERED_EXPRESSION("way to change the expression of a generated column"),
    TYPE_CHANGE_USING("USING expressions for a change of type"),
    EXCLUSIONS("exclusion constraints"),
    NULLS_NOT_DISTINCT("unique constraints and indexes for which empty values are alike"),
    DEFERRABLE_KEYS("deferrable unique constraints"),
    KEY_INCLUDE("keys with included columns"),
    MATCH_FULL("foreign keys that match fully"),
    NO_INHERIT("conditions that are not inherited"),
    DEFERRABLE_FOREIGN_KEYS("deferrable foreign keys"),
    UNNAMED_TARGET_COLUMNS("foreign keys that leave the columns of the other table out"),
    SET_DEFAULT("foreign keys that set a default"),
    CONSTRAINT_FROM_INDEX("unique constraints made of an index"),
    RENAMED_CONSTRAINTS("way to rename a constraint"),
    PARTIAL_INDEXES("indexes with a condition"),
    EXPRESSION_INDEXES("indexes on expressions"),
    INDEX_METHODS("index methods to choose from"),
    INDEX_INCLUDE("indexes with included columns"),
    INDEX_NULL_ORDER("indexes that say where empty values stand"),
    OPERATOR_CLASSES("operator classes"),
    INDEX_COLLATIONS("collations of single parts of an index"),
    CODE_IN_BATCH("Java code within a batch");

    private final String words;

    Feature(String words) {
        this.words = words;
    }

    /** Returns why a database without this cannot do something. */
    String missingFrom(String database) {
        return database + " has no " + words;
    }
}
