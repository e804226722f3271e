package dev.migrate.autoconfigure;

import org.junit.jupiter.api.Test;
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

import dev.migrate.autoconfigure.shop.ShopDatabase;

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
