package dev.migrate.autoconfigure;

import java.lang.reflect.Constructor;
import java.sql.Connection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import dev.migrate.Migrator;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.SqlExpression;
import dev.migrate.script.RevisionClasses;

/** Puts the Java revisions of {@code migrate.java-packages} into a native image, and what their checksums are made of. */
final class JavaRevisionHints implements BeanFactoryInitializationAotProcessor {

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beanFactory) {
        if (beanFactory.getBeanNamesForType(Migrator.class, true, false).length == 0) {
            return null;
        }
        Environment environment =
                beanFactory.getBean(ConfigurableApplicationContext.ENVIRONMENT_BEAN_NAME, Environment.class);
        List<String> configured = Binder.get(environment)
                .bind("migrate.java-packages", Bindable.listOf(String.class))
                .orElse(null);
        ClassLoader loader = beanFactory.getBeanClassLoader();
        List<Class<?>> types = new RevisionClasses(loader == null ? JavaRevisionHints.class.getClassLoader() : loader)
                .find(JavaRevisions.packages(beanFactory, configured));
        return (context, code) -> contribute(context, types);
    }

    private static void contribute(GenerationContext context, List<Class<?>> types) {
        RuntimeHints hints = context.getRuntimeHints();
        for (Class<?> type : types) {
            hints.reflection().registerType(type);
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                hints.reflection().registerConstructor(constructor, ExecutableMode.INVOKE);
            }
        }
        context.getGeneratedFiles()
                .addFile(
                        GeneratedFiles.Kind.RESOURCE,
                        JavaRevisionIndex.PATH,
                        content -> content.append(JavaRevisionIndex.write(types)));
        hints.resources().registerPattern(JavaRevisionIndex.PATH);
        hints.proxies().registerJdkProxy(Connection.class);
        BindingReflectionHintsRegistrar records = new BindingReflectionHintsRegistrar();
        records.registerReflectionHints(hints.reflection(), SqlExpression.class);
        records.registerReflectionHints(hints.reflection(), Operation.class.getPermittedSubclasses());
        records.registerReflectionHints(hints.reflection(), Constraint.class.getPermittedSubclasses());
    }
}
