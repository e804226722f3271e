package dev.migrate.sample.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;

import org.springframework.util.FileSystemUtils;

/**
 * A copy of the sample application's module, in which {@code make} works. A script stands for Maven, which would build all of
 * this repository once more, and one for Docker.
 */
record SampleProject(Path home, SampleDatabase database) implements Project {

    /** Compiles what the page adds, and packs all of it into a jar that finds the rest by its manifest. */
    private static final String MAVEN = """
            #!/bin/sh
            set -e
            cd sample-app
            mkdir -p target/classes
            sources=$(find src/main/java -name '*.java')
            test -z "$sources" || javac -parameters -proc:none -cp "$PAGE_CLASSPATH" -d target/classes $sources
            jar -c -f target/sample-app.jar -m ../manifest.txt -C target/classes . -C src/main/resources .
            """;

    private static final String DOCKER = """
            #!/bin/sh
            case "$1" in
            exec) shift 2; . "$PAGE_CONTAINER/environment"; cd "$PAGE_CONTAINER/application"
                "$@" 2>&1 | sed "s#$PAGE_CONTAINER##" ;;
            cp) cp -R "$PAGE_CONTAINER${2#*:}" "$3" ;;
            *) exit 64 ;;
            esac
            """;

    static SampleProject copied(Path home) throws IOException {
        Path module = Path.of(System.getProperty("sample.repository"), "sample-app");
        SampleProject project = new SampleProject(home, SampleDatabase.create());
        for (String file : new String[] {"Makefile", "Dockerfile", "pom.xml"}) {
            Files.createDirectories(project.folder());
            Files.copy(module.resolve(file), project.folder().resolve(file));
        }
        FileSystemUtils.copyRecursively(
                module.resolve("src/main/resources"), project.folder().resolve("src/main/resources"));
        Files.createDirectories(project.folder().resolve("src/main/java"));
        FileSystemUtils.copyRecursively(
                module.resolve("target/classes/dev"), project.folder().resolve("target/classes/dev"));
        project.script("mvn", MAVEN);
        project.script("docker", DOCKER);
        Files.writeString(home.resolve("manifest.txt"), """
                Main-Class: dev.migrate.sample.SampleApplication
                Class-Path: %s
                """.formatted(
                ShopProject.libraries().map(path -> path.toUri().toString()).collect(Collectors.joining("\n  "))));
        return project;
    }

    SampleJar processes(Path files, Path container) {
        return new SampleJar(files)
                .with("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
                .with(
                        "PATH",
                        home.resolve("bin") + ":" + Path.of(System.getProperty("java.home"), "bin") + ":"
                                + System.getenv("PATH"))
                .with("SPRING_DATASOURCE_URL", database.url())
                .with("SERVER_PORT", "0")
                .with("PAGE_CONTAINER", container.toString())
                .with(
                        "PAGE_CLASSPATH",
                        ShopProject.libraries().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }

    @Override
    public Path folder() {
        return home.resolve("sample-app");
    }

    @Override
    public String maven(String phase, SampleJar processes) {
        throw new AssertionError("make calls Maven itself");
    }

    private void script(String name, String text) throws IOException {
        Path file = Files.createDirectories(home.resolve("bin")).resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
