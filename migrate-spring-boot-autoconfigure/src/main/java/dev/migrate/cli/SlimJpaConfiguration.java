package dev.migrate.cli;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import dev.migrate.autoconfigure.MigrateAutoConfiguration;

/** The auto-configurations that a command gets where the model is that of the EntityManagerFactory. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    SslAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    MigrateAutoConfiguration.class
})
class SlimJpaConfiguration {

    static final String NEEDED = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration";
}
