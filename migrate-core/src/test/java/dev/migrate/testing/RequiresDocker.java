package dev.migrate.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIf;

/** Tests of what only a real container can show; everything else runs on the embedded server where there is no engine. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(value = "dev.migrate.testing.Docker#isHere", disabledReason = "no Docker engine answers on this machine")
public @interface RequiresDocker {}
