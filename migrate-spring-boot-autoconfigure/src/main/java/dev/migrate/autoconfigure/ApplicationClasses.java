package dev.migrate.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Finds the classes of one kind that an application has: the beans, and the classes in the packages that are no beans. */
final class ApplicationClasses {

    private final ConfigurableListableBeanFactory beans;

    private final ClassKind kind;

    private final List<String> packages;

    ApplicationClasses(ConfigurableListableBeanFactory beans, ClassKind kind, @Nullable List<String> configured) {
        this.beans = beans;
        this.kind = kind;
        this.packages = kind.packages(beans, configured);
    }

    List<String> packages() {
        return packages;
    }

    /** Returns something for each class, out of the class and what makes or finds its instance. */
    <T> List<T> each(BiFunction<Class<?>, Supplier<Object>, T> made) {
        Map<Class<?>, T> found = new LinkedHashMap<>();
        for (String name : beans.getBeanNamesForType(kind.type(), true, false)) {
            Class<?> type = AutoProxyUtils.determineTargetClass(beans, name);
            if (type != null) {
                found.computeIfAbsent(ClassUtils.getUserClass(type), own -> made.apply(own, () -> beans.getBean(name)));
            }
        }
        for (Class<?> type : inPackages()) {
            // As a bean would be made: with the arguments of its constructor injected.
            found.computeIfAbsent(type, own -> made.apply(own, () -> beans.createBean(own)));
        }
        return new ArrayList<>(found.values());
    }

    private List<Class<?>> inPackages() {
        ClassLoader loader = beans.getBeanClassLoader();
        ClassLoader used = loader == null ? ApplicationClasses.class.getClassLoader() : loader;
        return AotDetector.useGeneratedArtifacts() ? ClassIndex.read(kind, used) : kind.scan(used, packages);
    }
}
