package dev.migrate.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The pages of the documentation whose blocks a test class runs, every one of them that is not marked. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Follows {

    /** Paths in the repository. */
    String[] value();
}
