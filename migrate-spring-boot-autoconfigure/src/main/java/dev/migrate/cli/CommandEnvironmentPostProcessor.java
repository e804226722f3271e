package dev.migrate.cli;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * Keeps standard output clean for a command. It runs when the configuration files are read and before logging is set up,
 * which the run listener would be too late for.
 */
final class CommandEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    private final ConfigurableBootstrapContext bootstrapContext;

    CommandEnvironmentPostProcessor(ConfigurableBootstrapContext bootstrapContext) {
        this.bootstrapContext = bootstrapContext;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        RawArguments arguments = bootstrapContext.getOrElse(RawArguments.class, null);
        if (arguments == null || Invocation.of(environment, arguments.values()) == null) {
            return;
        }
        if (!bootstrapContext.isRegistered(Console.class)) {
            bootstrapContext.register(Console.class, InstanceSupplier.of(StandardStreams.takeOver()));
        }
        MutablePropertySources sources = environment.getPropertySources();
        // Last, so that any level of the user's comes first.
        sources.addLast(new MapPropertySource(
                "migrateCommandDefaults",
                Map.of("logging.level.root", "warn", "logging.level." + SlimContext.LOGGER, "error")));
        // The log of a run would say again what the progress says.
        sources.addFirst(new MapPropertySource(
                "migrateCommandLogging", Map.of("logging.level.dev.migrate.autoconfigure.RunLog", "off")));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
