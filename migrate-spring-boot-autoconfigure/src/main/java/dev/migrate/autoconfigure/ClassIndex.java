package dev.migrate.autoconfigure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.util.ClassUtils;

/** The names of the classes of a kind, written when the application is processed ahead of time: a native image has no class files. */
final class ClassIndex {

    private ClassIndex() {}

    static String write(List<Class<?>> types) {
        StringBuilder text = new StringBuilder();
        types.forEach(type -> text.append(type.getName()).append('\n'));
        return text.toString();
    }

    /** Returns the classes, none where there is no index. */
    static List<Class<?>> read(ClassKind kind, ClassLoader loader) {
        try (InputStream stream = loader.getResourceAsStream(kind.index())) {
            if (stream == null) {
                return List.of();
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .<Class<?>>map(name -> ClassUtils.resolveClassName(name, loader))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
