package dev.migrate.autoconfigure;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

import dev.migrate.autoconfigure.backfills.CountToys;
import dev.migrate.autoconfigure.revisions.AddToys;
import dev.migrate.autoconfigure.revisions.NameToys;
import dev.migrate.autoconfigure.shop.ShopDatabase;
import dev.migrate.operation.CreateTable;
import dev.migrate.schema.ForeignKey;

import static org.assertj.core.api.Assertions.assertThat;

class AotTests {

    @Test
    void theScriptsOfEveryLocationAreInTheImage() {
        RuntimeHints hints = process("migrate.locations=classpath:revisions/two,classpath:/revisions/one/,file:x");
        assertThat(RuntimeHintsPredicates.resource()
                        .forResource("revisions/two/2026_01_05_0900-a11111111111_create_products.sql"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource()
                        .forResource("revisions/one/2026_01_05_0900-a11111111111_create_products.sql"))
                .accepts(hints);
    }

    @Test
    void theDefaultLocationIsInTheImage() {
        assertThat(RuntimeHintsPredicates.resource().forResource("db/revisions/2026/a.sql"))
                .accepts(process());
    }

    @Test
    void theJavaRevisionsAreInTheImage() {
        RuntimeHints hints = process("migrate.java-packages=dev.migrate.autoconfigure.revisions");

        assertThat(RuntimeHintsPredicates.reflection().onType(NameToys.class)).accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection()
                        .onConstructorInvocation(AddToys.class.getDeclaredConstructors()[0]))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource().forResource(ClassKind.REVISION.index()))
                .accepts(hints);
    }

    @Test
    void theJavaBackfillsAreInTheImage() {
        RuntimeHints hints = process("migrate.backfill.java-packages=dev.migrate.autoconfigure.backfills");

        assertThat(RuntimeHintsPredicates.reflection().onType(CountToys.class)).accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection()
                        .onConstructorInvocation(CountToys.class.getDeclaredConstructors()[0]))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource().forResource(ClassKind.BACKFILL.index()))
                .accepts(hints);
    }

    @Test
    void whatChecksumsAreMadeOfCanBeReadInTheImage() throws NoSuchMethodException {
        RuntimeHints hints = process();

        assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(CreateTable.class.getMethod("table")))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(ForeignKey.class.getMethod("deferral")))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.proxies().forInterfaces(Connection.class))
                .accepts(hints);
    }

    @Test
    void theIndexNamesTheClasses(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(ClassKind.REVISION.index());
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, ClassIndex.write(List.of(AddToys.class, NameToys.class)));

        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(ClassIndex.read(ClassKind.REVISION, loader)).isEqualTo(List.of(AddToys.class, NameToys.class));
        }
        assertThat(ClassIndex.read(ClassKind.REVISION, getClass().getClassLoader()))
                .isEmpty();
    }

    @Test
    void processingAheadOfTimeDoesNotTouchTheDatabase() {
        ShopDatabase database = new ShopDatabase();
        process("spring.datasource.url=" + database.url(), "migrate.auto-run=true");
        assertThat(database.has("migrate_version")).isFalse();
    }

    private static RuntimeHints process(String... properties) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            TestPropertyValues.of(properties).applyTo(context);
            context.register(MigrateAutoConfiguration.class);
            GenerationContext generation = new DefaultGenerationContext(
                    new ClassNameGenerator(ClassName.get("dev.migrate.autoconfigure", "Shop")),
                    new InMemoryGeneratedFiles());
            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
            return generation.getRuntimeHints();
        }
    }
}
