package dev.migrate.cli;

import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Configuration;

/** An application with a main method, for a process of its own. */
@Configuration(proxyBeanMethods = false)
class CommandLineMain {

    public static void main(String[] arguments) {
        SpringApplication.run(CommandLineMain.class, arguments);
    }
}
