package dev.migrate.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import dev.migrate.Migrator;

/** Puts the revision scripts of {@code migrate.locations} into a native image. */
final class RevisionScriptHints implements BeanFactoryInitializationAotProcessor {

    private static final String CLASS_PATH = "classpath:";

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beanFactory) {
        if (beanFactory.getBeanNamesForType(Migrator.class, true, false).length == 0) {
            return null;
        }
        Environment environment =
                beanFactory.getBean(ConfigurableApplicationContext.ENVIRONMENT_BEAN_NAME, Environment.class);
        List<String> patterns = Binder.get(environment)
                .bind("migrate.locations", Bindable.listOf(String.class))
                .orElseGet(() -> List.of("classpath:db/revisions"))
                .stream()
                .filter(location -> location.startsWith(CLASS_PATH))
                .map(RevisionScriptHints::pattern)
                .toList();
        return (context, code) -> register(context, patterns);
    }

    private static void register(GenerationContext context, List<String> patterns) {
        patterns.forEach(context.getRuntimeHints().resources()::registerPattern);
    }

    private static String pattern(String location) {
        String folder = location.substring(CLASS_PATH.length());
        String relative = folder.startsWith("/") ? folder.substring(1) : folder;
        return relative.endsWith("/") ? relative + "**" : relative + "/**";
    }
}
