package dev.migrate.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import dev.migrate.backfill.Backfill;
import dev.migrate.backfill.JavaBackfill;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionClasses;

/** What an application writes classes for, and where those are that are no beans. */
enum ClassKind {
    REVISION(JavaRevision.class, "revisions", "migrate.java-packages") {
        @Override
        List<Class<?>> scan(ClassLoader loader, List<String> packages) {
            return new RevisionClasses(loader).find(packages);
        }
    },

    BACKFILL(JavaBackfill.class, "backfills", "migrate.backfill.java-packages") {
        @Override
        List<Class<?>> scan(ClassLoader loader, List<String> packages) {
            var scan = new ClassPathScanningCandidateComponentProvider(false);
            scan.setResourceLoader(new DefaultResourceLoader(loader));
            scan.addIncludeFilter(new AnnotationTypeFilter(Backfill.class));
            List<Class<?>> types = new ArrayList<>();
            for (String name : packages) {
                for (BeanDefinition candidate : scan.findCandidateComponents(name)) {
                    Class<?> type = ClassUtils.resolveClassName(String.valueOf(candidate.getBeanClassName()), loader);
                    if (JavaBackfill.class.isAssignableFrom(type)) {
                        types.add(type);
                    }
                }
            }
            return types;
        }
    };

    private final Class<?> type;

    private final String folder;

    private final String property;

    ClassKind(Class<?> type, String folder, String property) {
        this.type = type;
        this.folder = folder;
        this.property = property;
    }

    /** Returns what such a class implements. */
    Class<?> type() {
        return type;
    }

    /** Returns the property that names the packages. */
    String property() {
        return property;
    }

    /** Returns the resource that names the classes where no class files are. */
    String index() {
        return "META-INF/migrate/java-" + folder;
    }

    /** Returns the configured packages, otherwise those of this kind in the application's own. */
    List<String> packages(ConfigurableListableBeanFactory beans, @Nullable List<String> configured) {
        if (configured != null) {
            return configured.stream().filter(name -> !name.isBlank()).toList();
        }
        return AutoConfigurationPackages.has(beans)
                ? AutoConfigurationPackages.get(beans).stream()
                        .map(name -> name.isEmpty() ? folder : name + "." + folder)
                        .toList()
                : List.of();
    }

    /** Returns the classes of this kind in packages and those below them, from the class files. */
    abstract List<Class<?>> scan(ClassLoader loader, List<String> packages);
}
