package dev.migrate.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

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

/** Puts the revision scripts and the files of backfills into a native image. */
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
        List<String> patterns = Stream.concat(
                        locations(environment, "migrate.locations", "classpath:db/revisions"),
                        locations(environment, "migrate.backfill.locations", "classpath:db/backfills"))
                .filter(location -> location.startsWith(CLASS_PATH))
                .map(RevisionScriptHints::pattern)
                .toList();
        return (context, code) -> register(context, patterns);
    }

    private static Stream<String> locations(Environment environment, String property, String otherwise) {
        return Binder.get(environment)
                .bind(property, Bindable.listOf(String.class))
                .orElseGet(() -> List.of(otherwise))
                .stream();
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
