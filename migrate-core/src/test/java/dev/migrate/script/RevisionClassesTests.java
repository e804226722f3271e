package dev.migrate.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.error.MigrateException;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RevisionClassesTests {

    private static final String FOUND = "dev.migrate.script.found";

    private final RevisionClasses classes = new RevisionClasses(getClass().getClassLoader());

    @Test
    void revisionsAreFoundWithThoseOfThePackagesBelow() {
        assertThat(classes.find(List.of(FOUND)))
                .extracting(Class::getName)
                .containsExactlyInAnyOrder(
                        FOUND + ".Plain",
                        FOUND + ".Plain$Nested",
                        FOUND + ".OnlyHeader",
                        FOUND + ".below.NeedsArgument");
    }

    @Test
    void classOfTwoPackagesIsFoundOnce() {
        assertThat(classes.find(List.of(FOUND, FOUND + ".below"))).hasSize(4);
    }

    @Test
    void missingPackageIsAsGoodAsEmpty() {
        assertThat(classes.find(List.of("com.example.nowhere"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "a.*", "a/b", "classpath:a", "com.my-app.revisions", "a.class"})
    void whatIsNoPackageIsRefused(String name) {
        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> classes.find(List.of(name)))
                .withMessageContaining("is no name of a package")
                .satisfies(failure -> assertThat(failure.hint()).contains("migrate.java-packages"));
    }

    @Test
    void problemsOfAllAreReportedAtOnce() {
        InvalidScriptsException failure = catchThrowableOfType(
                InvalidScriptsException.class,
                () -> new ScriptLoader(getClass().getClassLoader()).load(List.of(), classes.load(List.of(FOUND))));

        assertThat(failure.problems())
                .extracting(ScriptProblem::message)
                .containsExactly(
                        "The class does not implement JavaRevision",
                        "No instance can be made: java.lang.NoSuchMethodException: " + FOUND
                                + ".below.NeedsArgument.<init>()");
    }

    @Test
    void revisionsInAJarAreFound(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("revisions.jar");
        jar(jar, FOUND + ".Plain", FOUND + ".Base");
        // Without the test classes as parent, so that only the jar has them.
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, withoutFound())) {
            assertThat(new RevisionClasses(loader).find(List.of(FOUND)))
                    .extracting(Class::getName)
                    .containsExactly(FOUND + ".Plain");
        }
    }

    private static void jar(Path file, String... types) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(stream)) {
            for (String folder : List.of("dev/", "dev/migrate/", "dev/migrate/script/", "dev/migrate/script/found/")) {
                jar.putNextEntry(new JarEntry(folder));
            }
            for (String type : types) {
                String path = type.replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(path));
                try (InputStream content = requireNonNull(
                        RevisionClassesTests.class.getClassLoader().getResourceAsStream(path))) {
                    content.transferTo(jar);
                }
            }
        }
    }

    private static ClassLoader withoutFound() {
        return new ClassLoader(RevisionClassesTests.class.getClassLoader()) {

            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith(FOUND)) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }

            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.startsWith(FOUND.replace('.', '/'))
                        ? Collections.emptyEnumeration()
                        : super.getResources(name);
            }
        };
    }
}
