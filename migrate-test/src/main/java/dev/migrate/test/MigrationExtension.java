package dev.migrate.test;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import dev.migrate.Migrator;

/**
 * Gives tests their {@link MigrationHarness}: one to a test, or one to all tests of a class that asks for it in its constructor. The
 * server and the templates are there once for all tests of a run.
 */
final class MigrationExtension implements ParameterResolver {

    private static final Namespace OWN = Namespace.create(MigrationExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MigrationHarness.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(OWN)
                .computeIfAbsent(
                        MigrationHarness.class,
                        key -> new MigrationHarness(databases(context)),
                        MigrationHarness.class);
    }

    private static MigrationDatabases databases(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        if (!TestContextAnnotationUtils.hasAnnotation(test, BootstrapWith.class)) {
            throw new ExtensionConfigurationException(
                    test.getName() + " is no test of an application. Annotate it with @MigrationTest.");
        }
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        Migrator migrator = application.getBean(Migrator.class);
        ServerSettings settings = ServerSettings.of(application.getEnvironment());
        Store store = context.getRoot().getStore(OWN);
        PostgresServer server = FailureText.during(
                "There is no database for the tests",
                () -> store.computeIfAbsent(settings, PostgresServer::start, PostgresServer.class));
        return store.computeIfAbsent(
                migrator, key -> new MigrationDatabases(server, migrator), MigrationDatabases.class);
    }
}
