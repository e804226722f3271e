package dev.migrate.benchmarks.faults;

/** The contenders by name; a process has the jars of one only. */
enum Tool {
    MIGRATE(11, "migrate-core|spring-|commons-logging|slf4j-"),
    FLYWAY(40, "flyway-|slf4j-"),
    LIQUIBASE(40, "liquibase-|snakeyaml|commons-|opencsv|jaxb-");

    private final int startCalls;

    private final String jars;

    Tool(int startCalls, String jars) {
        this.startCalls = startCalls;
        this.jars = jars;
    }

    /** Tells whether a jar belongs on this tool's class path. */
    boolean needs(String jar) {
        return jar.matches("(benchmarks|postgresql|jspecify|" + jars + ").*");
    }

    /** Returns about how many calls go to the server before the first change. */
    int startCalls() {
        return startCalls;
    }

    Contender contender() {
        return switch (this) {
            case MIGRATE -> new MigrateContender();
            case FLYWAY -> new FlywayContender();
            case LIQUIBASE -> new LiquibaseContender();
        };
    }
}
