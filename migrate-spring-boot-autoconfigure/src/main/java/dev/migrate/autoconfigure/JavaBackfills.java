package dev.migrate.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import dev.migrate.backfill.Backfill;
import dev.migrate.backfill.BackfillDefinition;
import dev.migrate.backfill.JavaBackfill;

/** Finds the backfills that are written in Java: the beans, and the classes in the packages that are no beans. */
final class JavaBackfills implements Supplier<List<BackfillDefinition>> {

    private static final String PACKAGE = "backfills";

    private final ConfigurableListableBeanFactory beans;

    private final @Nullable List<String> configured;

    JavaBackfills(ConfigurableListableBeanFactory beans, @Nullable List<String> configured) {
        this.beans = beans;
        this.configured = configured;
    }

    @Override
    public List<BackfillDefinition> get() {
        Map<Class<?>, BackfillDefinition> found = new LinkedHashMap<>();
        for (String name : beans.getBeanNamesForType(JavaBackfill.class, true, false)) {
            Class<?> type = AutoProxyUtils.determineTargetClass(beans, name);
            if (type != null) {
                Class<?> own = ClassUtils.getUserClass(type);
                found.putIfAbsent(own, BackfillDefinition.of(own, () -> beans.getBean(name, JavaBackfill.class)));
            }
        }
        for (Class<?> type : inPackages()) {
            // As a bean would be made: with the arguments of its constructor injected.
            found.putIfAbsent(type, BackfillDefinition.of(type, () -> (JavaBackfill) beans.createBean(type)));
        }
        return new ArrayList<>(found.values());
    }

    private List<Class<?>> inPackages() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Backfill.class));
        List<Class<?>> types = new ArrayList<>();
        for (String name : packages()) {
            for (BeanDefinition candidate : scan.findCandidateComponents(name)) {
                Class<?> type = ClassUtils.resolveClassName(
                        String.valueOf(candidate.getBeanClassName()), beans.getBeanClassLoader());
                if (JavaBackfill.class.isAssignableFrom(type)) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private List<String> packages() {
        if (configured != null) {
            return configured.stream().filter(name -> !name.isBlank()).toList();
        }
        return AutoConfigurationPackages.has(beans)
                ? AutoConfigurationPackages.get(beans).stream()
                        .map(name -> name.isEmpty() ? PACKAGE : name + "." + PACKAGE)
                        .toList()
                : List.of();
    }
}
