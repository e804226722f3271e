package dev.migrate.script;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;

import dev.migrate.error.MigrateException;

/** Finds Java revisions on the class path, in folders and in jars. */
public final class RevisionClasses {

    private final ClassLoader classLoader;

    private final PathMatchingResourcePatternResolver resources;

    private final MetadataReaderFactory readers;

    private final AnnotationTypeFilter annotated = new AnnotationTypeFilter(RevisionHeader.class);

    private final AssignableTypeFilter implementing = new AssignableTypeFilter(JavaRevision.class);

    /**
     * Creates a finder.
     *
     * @param classLoader whose class path is looked through
     */
    public RevisionClasses(ClassLoader classLoader) {
        this.classLoader = classLoader;
        this.resources = new PathMatchingResourcePatternResolver(classLoader);
        this.readers = new CachingMetadataReaderFactory(resources);
    }

    /**
     * Returns the classes that are revisions, or are meant to be: those that are annotated with {@link RevisionHeader} or implement
     * {@link JavaRevision}, and of which there can be instances.
     *
     * @param packages names of packages, those below them included; one that is missing is as good as empty
     * @throws MigrateException if a name is no package's, or a class cannot be read
     */
    public List<Class<?>> find(List<String> packages) {
        List<Class<?>> found = new ArrayList<>();
        for (String name : packages) {
            String path = JavaNames.checkPackage(name).replace('.', '/');
            try {
                for (Resource resource : resources.getResources("classpath*:" + path + "/**/*.class")) {
                    read(resource, found);
                }
            } catch (IOException e) {
                throw new MigrateException(
                        "The classes of the package " + name + " cannot be read: " + e.getMessage(),
                        List.of(),
                        "Check `migrate.java-packages` and the class path.",
                        e);
            }
        }
        return found.stream().distinct().toList();
    }

    /**
     * Returns the same as {@link #find}, with instances that their constructors without arguments make.
     *
     * @throws MigrateException if a name is no package's, or a class cannot be read
     */
    public List<RevisionClass> load(List<String> packages) {
        return find(packages).stream()
                .map(type -> new RevisionClass(type, () -> create(type)))
                .toList();
    }

    private void read(Resource resource, List<Class<?>> found) throws IOException {
        try {
            MetadataReader reader = readers.getMetadataReader(resource);
            ClassMetadata type = reader.getClassMetadata();
            if (type.isConcrete()
                    && type.isIndependent()
                    && (annotated.match(reader, readers) || implementing.match(reader, readers))) {
                found.add(Class.forName(type.getClassName(), false, classLoader));
            }
        } catch (FileNotFoundException e) {
            // Gone since it was listed, as happens while an IDE compiles.
        } catch (ClassNotFoundException | LinkageError e) {
            throw new MigrateException(
                    "The class in " + resource.getDescription() + " cannot be loaded: " + e,
                    List.of(),
                    "A class that it needs is missing or of another version.",
                    e);
        }
    }

    private static Object create(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getTargetException());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
