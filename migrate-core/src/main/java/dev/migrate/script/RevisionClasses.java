package dev.migrate.script;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ResourceUtils;
import org.springframework.util.StringUtils;

import dev.migrate.error.MigrateException;

/** Finds Java revisions on the class path, in folders and in jars. */
public final class RevisionClasses {

    private static final String SUFFIX = ".class";

    /** What the class file of every revision holds. */
    private static final List<String> NAMES = Stream.of(RevisionHeader.class, JavaRevision.class)
            .map(type -> type.getName().replace('.', '/'))
            .toList();

    private final ClassLoader classLoader;

    /**
     * Creates a finder.
     *
     * @param classLoader whose class path is looked through
     */
    public RevisionClasses(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    /**
     * Returns the classes that are revisions, or are meant to be: those that are annotated with {@link RevisionHeader} or say that
     * they implement {@link JavaRevision}, and of which there can be instances.
     *
     * @param packages names of packages, those below them included; one that is missing is as good as empty
     * @throws MigrateException if a name is no package's, or a class cannot be read
     */
    public List<Class<?>> find(List<String> packages) {
        List<Class<?>> found = new ArrayList<>();
        for (String name : packages) {
            String path = JavaNames.checkPackage(name).replace('.', '/');
            try {
                for (ClassFile file : files(path)) {
                    read(file, found);
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

    private List<ClassFile> files(String path) throws IOException {
        List<URL> roots = Collections.list(classLoader.getResources(path + "/"));
        List<ClassFile> files = new ArrayList<>();
        if (roots.stream().allMatch(root -> root.getProtocol().equals("file"))) {
            // Spring looks into jars and images as well, for which it needs many classes of its own.
            for (URL root : roots) {
                addFolder(ResourceUtils.getFile(root).toPath(), path, files);
            }
            return files;
        }
        var resources = new PathMatchingResourcePatternResolver(classLoader);
        for (Resource resource : resources.getResources("classpath*:" + path + "/**/*" + SUFFIX)) {
            String where = resource.getDescription();
            files.add(new ClassFile(name(resource, path), where, resource::getContentAsByteArray));
        }
        return files;
    }

    private static void addFolder(Path folder, String path, List<ClassFile> files) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            tree.filter(file -> file.toString().endsWith(SUFFIX)).sorted().forEach(file -> {
                String relative = folder.relativize(file).toString().replace(File.separatorChar, '/');
                String name = path + "/" + relative.substring(0, relative.length() - SUFFIX.length());
                files.add(new ClassFile(name.replace('/', '.'), "file [" + file + "]", () -> Files.readAllBytes(file)));
            });
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    private void read(ClassFile file, List<Class<?>> found) throws IOException {
        try {
            // Loading a class only to leave it alone could fail, and cost a start that has nothing to do with it.
            String content = new String(file.content().read(), StandardCharsets.ISO_8859_1);
            if (NAMES.stream().noneMatch(content::contains)) {
                return;
            }
            Class<?> type = Class.forName(file.name(), false, classLoader);
            if (isMeant(type) && isUsable(type)) {
                found.add(type);
            }
        } catch (FileNotFoundException | NoSuchFileException e) {
            // Gone since it was listed, as happens while an IDE compiles.
        } catch (ClassNotFoundException | LinkageError e) {
            throw new MigrateException(
                    "The class in " + file.description() + " cannot be loaded: " + e,
                    List.of(),
                    "A class that it needs is missing or of another version.",
                    e);
        }
    }

    private static boolean isMeant(Class<?> type) {
        return JavaRevision.class.isAssignableFrom(type) || type.isAnnotationPresent(RevisionHeader.class);
    }

    private static boolean isUsable(Class<?> type) {
        boolean independent = !type.isLocalClass()
                && !type.isAnonymousClass()
                && (!type.isMemberClass() || Modifier.isStatic(type.getModifiers()));
        return independent && !Modifier.isAbstract(type.getModifiers());
    }

    private static String name(Resource resource, String path) throws IOException {
        String url = StringUtils.uriDecode(resource.getURL().toString(), StandardCharsets.UTF_8);
        String file = url.substring(url.lastIndexOf(path + "/"));
        return file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
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

    /**
     * A class file that was found.
     *
     * @param name of the class
     * @param description where it lies, for people
     * @param content reads it
     */
    private record ClassFile(String name, String description, Content content) {}

    @FunctionalInterface
    private interface Content {
        byte[] read() throws IOException;
    }
}
