package dev.migrate.test;

import java.util.List;

import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about the schema of a database. */
public final class SchemaPictureAssert extends AbstractAssert<SchemaPictureAssert, SchemaPicture> {

    SchemaPictureAssert(SchemaPicture actual) {
        super(actual, SchemaPictureAssert.class);
    }

    /** Verifies that two schemas have the same objects with the same definitions; a failure lists what differs. */
    @Override
    public SchemaPictureAssert isEqualTo(@Nullable Object expected) {
        if (!(expected instanceof SchemaPicture picture) || actual == null) {
            return super.isEqualTo(expected);
        }
        List<String> differences = actual.differencesFrom(picture);
        if (!differences.isEmpty()) {
            throw failure("The schema differs from what is expected:%n%s", String.join("\n", differences));
        }
        return this;
    }
}
