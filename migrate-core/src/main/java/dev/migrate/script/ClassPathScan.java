package dev.migrate.script;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the scripts below a folder of the class path, in whichever directories and jars have it. */
final class ClassPathScan {

    private final ClassLoader classLoader;

    private final String path;

    private final List<ScriptProblem> problems;

    private final List<ScriptFile> files = new ArrayList<>();

    private boolean found;

    ClassPathScan(ClassLoader classLoader, String path, List<ScriptProblem> problems) {
        this.classLoader = classLoader;
        this.path = path;
        this.problems = problems;
    }

    List<ScriptFile> files() throws IOException {
        // With the slash, class loaders answer for folders only.
        for (URL url : Collections.list(classLoader.getResources(path + "/"))) {
            scan(url);
        }
        return files;
    }

    /** Tells whether the class path has the folder at all. */
    boolean isFound() {
        return found;
    }

    private void scan(URL url) throws IOException {
        if (url.getProtocol().equals("file")) {
            scanFolder(folder(url));
            return;
        }
        found = true;
        URLConnection connection = url.openConnection();
        if (connection instanceof JarURLConnection jarConnection) {
            scanJar(jarConnection);
        } else {
            scanResources(url.toString());
        }
    }

    private void scanFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            found = true;
            files.addAll(new FolderScan(folder, path, problems).files());
        }
    }

    /** Reads the jar in one go; a URL for each entry would open it again and again. */
    private void scanJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        String folder = connection.getEntryName();
        try (JarFile jar = connection.getJarFile()) {
            Enumeration<JarEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                if (!entry.isDirectory() && entry.getName().startsWith(folder)) {
                    String relative = entry.getName().substring(folder.length());
                    if (isVisibleScript(relative)) {
                        add(relative, connection.getURL() + relative, read(jar, entry));
                    }
                }
            }
        }
    }

    /** Lets Spring find them where neither a folder nor a jar is, as in a native image. */
    private void scanResources(String root) throws IOException {
        var resolver = new PathMatchingResourcePatternResolver(classLoader);
        for (Resource resource : resolver.getResources("classpath*:" + path + "/**/*" + ScriptNames.SUFFIX)) {
            String url = resource.getURL().toString();
            if (url.startsWith(root) && isVisibleScript(url.substring(root.length()))) {
                add(url.substring(root.length()), url, resource.getContentAsByteArray());
            }
        }
    }

    private void add(String relative, String identity, byte[] content) {
        files.add(new ScriptFile(path + "/" + relative, null, seen -> seen.add(identity) ? content : null));
    }

    private static boolean isVisibleScript(String relative) {
        return ScriptNames.isScript(relative) && !ScriptNames.isHiddenPath(relative);
    }

    private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream stream = jar.getInputStream(entry)) {
            // With the size known, no buffer much larger than a script is filled and thrown away.
            long size = entry.getSize();
            return size < 0 ? stream.readAllBytes() : stream.readNBytes(Math.toIntExact(size));
        }
    }

    private static Path folder(URL url) throws IOException {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            return new File(url.getPath()).toPath();
        }
    }
}
