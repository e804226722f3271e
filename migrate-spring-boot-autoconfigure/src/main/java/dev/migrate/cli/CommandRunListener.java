package dev.migrate.cli;

import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Runs a command in place of the application, as soon as the environment is ready and before any bean exists. */
final class CommandRunListener implements SpringApplicationRunListener, Ordered {

    private final SpringApplication application;

    private final List<String> arguments;

    CommandRunListener(SpringApplication application, String[] arguments) {
        this.application = application;
        this.arguments = List.of(arguments);
    }

    @Override
    public void starting(ConfigurableBootstrapContext bootstrapContext) {
        bootstrapContext.register(RawArguments.class, InstanceSupplier.of(new RawArguments(arguments)));
    }

    @Override
    public void environmentPrepared(
            ConfigurableBootstrapContext bootstrapContext, ConfigurableEnvironment environment) {
        Invocation invocation = Invocation.of(environment, arguments);
        if (invocation == null) {
            return;
        }
        Console prepared = bootstrapContext.getOrElse(Console.class, null);
        Console console = (prepared == null ? StandardStreams.takeOver() : prepared).inTheWordsOf(invocation);
        SlimContext context = new SlimContext(application, environment, console);
        console.exit().accept(new CommandRun(invocation, console, context).run());
    }

    /** After the listener that publishes the event with which configuration files are read and logging is set up. */
    @Override
    public int getOrder() {
        return 100;
    }
}
