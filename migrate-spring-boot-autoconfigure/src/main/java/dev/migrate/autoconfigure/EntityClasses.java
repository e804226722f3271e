package dev.migrate.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.persistence.autoconfigure.EntityScanPackages;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.orm.jpa.persistenceunit.ManagedClassNameFilter;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypesScanner;
import org.springframework.util.ClassUtils;

/** Finds the entities where Spring Boot would find them. */
final class EntityClasses {

    private final ApplicationContext context;

    EntityClasses(ApplicationContext context) {
        this.context = context;
    }

    PersistenceManagedTypes find() {
        PersistenceManagedTypes known =
                context.getBeanProvider(PersistenceManagedTypes.class).getIfUnique();
        if (known != null) {
            return known;
        }
        ManagedClassNameFilter filter =
                context.getBeanProvider(ManagedClassNameFilter.class).getIfAvailable();
        PersistenceManagedTypesScanner scanner = filter == null
                ? new PersistenceManagedTypesScanner(context)
                : new PersistenceManagedTypesScanner(context, filter);
        return scanner.scan(packages().toArray(String[]::new));
    }

    List<String> packages() {
        List<String> scanned = EntityScanPackages.get(context).getPackageNames();
        if (!scanned.isEmpty()) {
            return scanned;
        }
        List<String> own = AutoConfigurationPackages.has(context) ? AutoConfigurationPackages.get(context) : List.of();
        List<String> annotated = new ArrayList<>();
        own.forEach(name -> annotated.addAll(annotatedIn(name)));
        return annotated.isEmpty() ? own : annotated;
    }

    /** The slim context of a command does not read the application's configuration classes, so they are searched for. */
    private List<String> annotatedIn(String basePackage) {
        ClassPathScanningCandidateComponentProvider scanner =
                new ClassPathScanningCandidateComponentProvider(false, context.getEnvironment());
        scanner.setResourceLoader(context);
        scanner.addIncludeFilter(new AnnotationTypeFilter(EntityScan.class));
        List<String> found = new ArrayList<>();
        for (BeanDefinition candidate : scanner.findCandidateComponents(basePackage)) {
            Class<?> type =
                    ClassUtils.resolveClassName(String.valueOf(candidate.getBeanClassName()), context.getClassLoader());
            EntityScan scan = AnnotatedElementUtils.findMergedAnnotation(type, EntityScan.class);
            if (scan != null) {
                found.addAll(packagesOf(scan, type));
            }
        }
        return found;
    }

    private static List<String> packagesOf(EntityScan scan, Class<?> annotated) {
        List<String> packages = new ArrayList<>(List.of(scan.basePackages()));
        for (Class<?> type : scan.basePackageClasses()) {
            packages.add(type.getPackageName());
        }
        return packages.isEmpty() ? List.of(annotated.getPackageName()) : packages;
    }
}
