package dev.migrate.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.compare.CompareControl;
import liquibase.ui.LoggerUIService;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.tool.schema.spi.SchemaManagementException;

/** What can tell that a database is not what it should be. */
enum CheckTool {
    /** This project's comparison of entities and a database. */
    MIGRATE {
        @Override
        boolean differs(Path folder, String url, String reference) throws Exception {
            try (Connection connection = Server.source(url).getConnection()) {
                return !CheckModel.propose(folder, connection).isEmpty();
            }
        }
    },
    /** Liquibase's comparison of a database with another that is as it should be. */
    LIQUIBASE {
        @Override
        boolean differs(Path folder, String url, String reference) throws Exception {
            Logger.getLogger("liquibase").setLevel(Level.OFF);
            return Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> {
                try (Database wanted = open(reference);
                        Database actual = open(url)) {
                    return !DiffGeneratorFactory.getInstance()
                            .compare(wanted, actual, CompareControl.STANDARD)
                            .areEqual();
                }
            });
        }
    },
    /** Hibernate's validation while it starts, which looks at tables, columns and types alone. */
    HIBERNATE {
        @Override
        boolean differs(Path folder, String url, String reference) {
            try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                    .applySetting("jakarta.persistence.jdbc.url", url)
                    .applySetting("hibernate.hbm2ddl.auto", "validate")
                    .build()) {
                new MetadataSources(registry)
                        .addFile(folder.resolve(CheckModel.FILE).toFile())
                        .buildMetadata()
                        .buildSessionFactory()
                        .close();
                return false;
            } catch (SchemaManagementException e) {
                return true;
            }
        }
    };

    /** Looks once, as a program does that uses the tool for the first time. */
    abstract boolean differs(Path folder, String url, String reference) throws Exception;

    private static Database open(String url) throws Exception {
        return DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(
                        new JdbcConnection(Server.source(url).getConnection()));
    }
}
