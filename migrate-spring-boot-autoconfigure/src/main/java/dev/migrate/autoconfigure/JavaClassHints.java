package dev.migrate.autoconfigure;

import java.lang.reflect.Constructor;
import java.sql.Connection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

/** Puts the Java revisions and backfills of the packages into a native image, and what the checksums of revisions are made of. */
final class JavaClassHints implements BeanFactoryInitializationAotProcessor {

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beanFactory) {
        if (beanFactory.getBeanNamesForType(Migrator.class, true, false).length == 0) {
            return null;
        }
        Environment environment =
                beanFactory.getBean(ConfigurableApplicationContext.ENVIRONMENT_BEAN_NAME, Environment.class);
        ClassLoader loader = beanFactory.getBeanClassLoader();
        ClassLoader used = loader == null ? JavaClassHints.class.getClassLoader() : loader;
        Map<ClassKind, List<Class<?>>> types = new EnumMap<>(ClassKind.class);
        for (ClassKind kind : ClassKind.values()) {
            List<String> configured = Binder.get(environment)
                    .bind(kind.property(), Bindable.listOf(String.class))
                    .orElse(null);
            types.put(kind, kind.scan(used, kind.packages(beanFactory, configured)));
        }
        return (context, code) -> contribute(context, types);
    }

    private static void contribute(GenerationContext context, Map<ClassKind, List<Class<?>>> types) {
        types.forEach((kind, found) -> contribute(context, kind, found));
        RuntimeHints hints = context.getRuntimeHints();
        hints.proxies().registerJdkProxy(Connection.class);
        BindingReflectionHintsRegistrar records = new BindingReflectionHintsRegistrar();
        records.registerReflectionHints(hints.reflection(), SqlExpression.class);
        records.registerReflectionHints(hints.reflection(), Operation.class.getPermittedSubclasses());
        records.registerReflectionHints(hints.reflection(), Constraint.class.getPermittedSubclasses());
    }

    private static void contribute(GenerationContext context, ClassKind kind, List<Class<?>> types) {
        if (types.isEmpty()) {
            return;
        }
        RuntimeHints hints = context.getRuntimeHints();
        for (Class<?> type : types) {
            hints.reflection().registerType(type);
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                hints.reflection().registerConstructor(constructor, ExecutableMode.INVOKE);
            }
        }
        context.getGeneratedFiles()
                .addFile(
                        GeneratedFiles.Kind.RESOURCE, kind.index(), content -> content.append(ClassIndex.write(types)));
        hints.resources().registerPattern(kind.index());
    }
}
