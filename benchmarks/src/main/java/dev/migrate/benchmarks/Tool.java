package dev.migrate.benchmarks;

/** The contestants by name; a process loads the classes of one only. */
enum Tool {
    JDBC(""),
    MIGRATE("migrate-core|spring-|commons-logging|slf4j-"),
    MIGRATE_JAVA("migrate-core|spring-|commons-logging|slf4j-"),
    FLYWAY("flyway-|slf4j-"),
    LIQUIBASE("liquibase-|snakeyaml|commons-|opencsv|jaxb-");

    private final String jars;

    Tool(String jars) {
        this.jars = jars;
    }

    /** Tells whether a jar belongs on this tool's class path. */
    boolean needs(String jar) {
        return jar.matches("(postgresql|jspecify" + (jars.isEmpty() ? "" : "|") + jars + ").*");
    }

    Contestant contestant() {
        return switch (this) {
            case JDBC -> new JdbcContestant();
            case MIGRATE -> new MigrateContestant();
            case MIGRATE_JAVA -> new MigrateJavaContestant();
            case FLYWAY -> new FlywayContestant();
            case LIQUIBASE -> new LiquibaseContestant();
        };
    }
}
