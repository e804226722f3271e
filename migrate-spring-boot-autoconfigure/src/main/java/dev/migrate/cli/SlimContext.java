package dev.migrate.cli;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

import dev.migrate.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.run.RunListener;

/**
 * The application's environment with next to none of its beans: they are created when a command asks for them, nothing is
 * started, and nothing is migrated but by the command.
 */
final class SlimContext implements AutoCloseable {

    /** Who warns of a context that does not come up, which the command explains better. */
    static final String LOGGER = AnnotationConfigApplicationContext.class.getName();

    private final SpringApplication application;

    private final ConfigurableEnvironment environment;

    private final Console console;

    private @Nullable AnnotationConfigApplicationContext context;

    SlimContext(SpringApplication application, ConfigurableEnvironment environment, Console console) {
        this.application = application;
        this.environment = environment;
        this.console = console;
    }

    /** Returns the migrator, which has not asked for a connection yet. */
    Migrator migrator() {
        AnnotationConfigApplicationContext current = open();
        try {
            return current.getBean(Migrator.class);
        } catch (NoUniqueBeanDefinitionException e) {
            throw new MigrateException(
                    "There are several Migrators in this application: "
                            + String.join(", ", current.getBeanNamesForType(Migrator.class)),
                    List.of(),
                    "Mark the one that the commands are for @Primary, or name in migrate.cli.sources only the class that"
                            + " declares it.",
                    e);
        } catch (NoSuchBeanDefinitionException e) {
            throw new MigrateException(
                    "There is no Migrator in this application",
                    List.of(),
                    "Set migrate.enabled=true, and name the configuration class that declares the DataSource in"
                            + " migrate.cli.sources if it is not spring.datasource.url or migrate.url.",
                    e);
        }
    }

    /** Returns the context, or {@code null} if no command has needed it so far. */
    @Nullable AnnotationConfigApplicationContext opened() {
        return context;
    }

    ConfigurableEnvironment environment() {
        return environment;
    }

    ClassLoader classLoader() {
        return application.getClassLoader();
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }

    private AnnotationConfigApplicationContext open() {
        if (context == null) {
            context = create();
            context.refresh();
        }
        return context;
    }

    private AnnotationConfigApplicationContext create() {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "migrateCommand",
                        Map.of(
                                "migrate.auto-run",
                                "false",
                                "migrate.when-behind",
                                "ignore",
                                "migrate.when-ahead",
                                "allow")));
        AnnotationConfigApplicationContext created = new AnnotationConfigApplicationContext();
        created.setEnvironment(environment);
        created.setClassLoader(classLoader());
        created.getBeanFactory().setConversionService(environment.getConversionService());
        created.addBeanFactoryPostProcessor(new WithoutInitializer());
        created.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        created.registerBean("lifecycleProcessor", LifecycleProcessor.class, NothingStarts::new);
        created.registerBean("migrateProgress", RunListener.class, () -> new Progress(console.err()));
        Class<?> main = application.getMainApplicationClass();
        if (main != null) {
            AutoConfigurationPackages.register(created, main.getPackageName());
        }
        sources().forEach(created::register);
        created.register(configuration());
        created.registerShutdownHook();
        return created;
    }

    /** The model of the EntityManagerFactory is the only thing for which a command starts one. */
    private Class<?> configuration() {
        boolean exact = "entity-manager-factory".equals(environment.getProperty("migrate.autogenerate.source"));
        return exact && ClassUtils.isPresent(SlimJpaConfiguration.NEEDED, classLoader())
                ? SlimJpaConfiguration.class
                : SlimConfiguration.class;
    }

    private List<Class<?>> sources() {
        BindResult<List<String>> configured =
                Binder.get(environment).bind("migrate.cli.sources", Bindable.listOf(String.class));
        List<String> names = configured.isBound() ? configured.get() : List.of();
        return names.stream().<Class<?>>map(this::source).toList();
    }

    private Class<?> source(String name) {
        try {
            return ClassUtils.forName(name.strip(), classLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new MigrateException(
                    "migrate.cli.sources names " + name + ", which is no class of this application",
                    List.of(),
                    "Write the full names of configuration classes, separated by commas.",
                    e);
        }
    }

    /** Leaves alone what would start with the application. */
    private static final class NothingStarts implements LifecycleProcessor {

        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    /** Takes out what start-up does about the database, before anything is made to wait for it. */
    private static final class WithoutInitializer implements BeanDefinitionRegistryPostProcessor {

        private static final String INITIALIZER = "migrationInitializer";

        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {}

        @Override
        public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
            if (beanFactory instanceof BeanDefinitionRegistry registry
                    && registry.containsBeanDefinition(INITIALIZER)) {
                registry.removeBeanDefinition(INITIALIZER);
            }
        }
    }
}
