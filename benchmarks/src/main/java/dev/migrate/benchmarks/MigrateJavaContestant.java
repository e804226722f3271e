package dev.migrate.benchmarks;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import dev.migrate.Extensions;
import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.revision.Target;
import dev.migrate.script.RevisionClasses;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The same engine with revisions that are written in Java; finding and loading their classes counts. */
final class MigrateJavaContestant implements Contestant {

    private static final String PACKAGE = "bench.revisions";

    @Override
    public void write(Path folder, int revisions) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> files = new ArrayList<>();
        for (int number = 1; number <= revisions; number++) {
            files.add(Files.writeString(sources.resolve("Revision%05d.java".formatted(number)), source(number)));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            if (!compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call()) {
                throw new IllegalStateException("The revisions do not compile");
            }
        }
    }

    @Override
    public boolean does(Kind kind) {
        return kind == Kind.APPLY || kind == Kind.NOTHING_PENDING;
    }

    @Override
    public int call(Call call) throws IOException {
        URL classes = call.folder().resolve("classes").toUri().toURL();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes}, MigrateJavaContestant.class.getClassLoader())) {
            MigrateSettings settings = MigrateSettings.defaults().withLocations(List.of());
            Extensions java = Extensions.none().withRevisions(() -> new RevisionClasses(loader).load(List.of(PACKAGE)));
            new Migrator(settings, call.database(), java).upgrade(Target.heads());
        }
        return 0;
    }

    private static String source(int number) {
        String revises = number == 1 ? "" : "revises = \"r%05d\", ".formatted(number - 1);
        return """
                package %1$s;

                import dev.migrate.operation.Operations;
                import dev.migrate.script.JavaRevision;
                import dev.migrate.script.RevisionHeader;

                import static dev.migrate.schema.Types.bigint;
                import static dev.migrate.schema.Types.text;

                @RevisionHeader(id = "r%2$05d", %3$smessage = "Create a table")
                public class Revision%2$05d implements JavaRevision {

                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("bench_%2$05d", t -> {
                            t.column("id", bigint()).notNull();
                            t.column("name", text()).notNull();
                            t.primaryKey("id");
                        });
                        op.createIndex("bench_%2$05d_name", "bench_%2$05d", "name");
                    }
                }
                """.formatted(PACKAGE, number, revises);
    }
}
