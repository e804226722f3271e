package dev.migrate.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.util.ClassUtils;

import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionClass;
import dev.migrate.script.RevisionClasses;

/** Finds the revisions that are written in Java: the beans, and the classes in the packages that are no beans. */
final class JavaRevisions implements Supplier<List<RevisionClass>> {

    private static final String PACKAGE = ".revisions";

    private final ConfigurableListableBeanFactory beans;

    private final List<String> packages;

    JavaRevisions(ConfigurableListableBeanFactory beans, @Nullable List<String> configured) {
        this.beans = beans;
        this.packages = packages(beans, configured);
    }

    /** Returns the configured packages, otherwise those called {@code revisions} in the application's own. */
    static List<String> packages(ConfigurableListableBeanFactory beans, @Nullable List<String> configured) {
        if (configured != null) {
            return configured.stream().filter(name -> !name.isBlank()).toList();
        }
        return AutoConfigurationPackages.has(beans)
                ? AutoConfigurationPackages.get(beans).stream()
                        .map(name -> name.isEmpty() ? "revisions" : name + PACKAGE)
                        .toList()
                : List.of();
    }

    List<String> packages() {
        return packages;
    }

    @Override
    public List<RevisionClass> get() {
        Map<Class<?>, RevisionClass> found = new LinkedHashMap<>();
        for (String name : beans.getBeanNamesForType(JavaRevision.class, true, false)) {
            Class<?> type = typeOf(name);
            if (type != null) {
                found.putIfAbsent(type, new RevisionClass(type, () -> beans.getBean(name)));
            }
        }
        for (Class<?> type : inPackages()) {
            // As a bean would be made: with the arguments of its constructor injected.
            found.putIfAbsent(type, new RevisionClass(type, () -> beans.createBean(type)));
        }
        return new ArrayList<>(found.values());
    }

    private List<Class<?>> inPackages() {
        ClassLoader loader = beans.getBeanClassLoader();
        ClassLoader used = loader == null ? JavaRevisions.class.getClassLoader() : loader;
        return AotDetector.useGeneratedArtifacts()
                ? JavaRevisionIndex.read(used)
                : new RevisionClasses(used).find(packages);
    }

    private @Nullable Class<?> typeOf(String name) {
        Class<?> type = AutoProxyUtils.determineTargetClass(beans, name);
        return type == null ? null : ClassUtils.getUserClass(type);
    }
}
