package dev.migrate.cli;

import org.springframework.context.annotation.Configuration;

/** An application of which a command must not create any bean. */
@Configuration(proxyBeanMethods = false)
class NeverStarted {}
