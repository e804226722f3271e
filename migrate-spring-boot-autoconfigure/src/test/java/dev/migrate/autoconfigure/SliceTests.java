package dev.migrate.autoconfigure;

import java.math.BigDecimal;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.migrate.autoconfigure.shop.Product;
import dev.migrate.autoconfigure.shop.ShopApplication;
import dev.migrate.autoconfigure.shop.ShopDatabase;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class SliceTests {

    @Nested
    @DataJpaTest
    @ContextConfiguration(classes = ShopApplication.class)
    @AutoConfigureTestDatabase(replace = Replace.NONE)
    class Jpa {

        @Autowired
        private TestEntityManager entities;

        @DynamicPropertySource
        static void database(DynamicPropertyRegistry registry) {
            use(new ShopDatabase(), registry);
        }

        @Test
        void theDatabaseOfADataJpaTestIsMigrated() {
            entities.persistAndFlush(new Product(1, "tea", BigDecimal.ONE));
            assertThat(requireNonNull(entities.find(Product.class, 1L)).name()).isEqualTo("tea");
        }
    }

    @Nested
    @JdbcTest
    @ContextConfiguration(classes = ShopApplication.class)
    @AutoConfigureTestDatabase(replace = Replace.NONE)
    class Jdbc {

        @Autowired
        private JdbcClient jdbc;

        @DynamicPropertySource
        static void database(DynamicPropertyRegistry registry) {
            use(new ShopDatabase(), registry);
        }

        @Test
        void theDatabaseOfAJdbcTestIsMigrated() {
            assertThat(jdbc.sql("SELECT count(*) FROM product")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static void use(ShopDatabase database, DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", database::url);
        registry.add("migrate.locations", () -> "classpath:revisions/two");
        registry.add("spring.jpa.hibernate.ddl-auto", () -> "validate");
    }
}
