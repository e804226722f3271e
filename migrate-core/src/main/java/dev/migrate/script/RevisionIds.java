package dev.migrate.script;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Makes up ids for new revisions: 12 random hex digits. */
public final class RevisionIds {

    private static final int DIGITS = 12;

    private final RandomGenerator random;

    /** Creates ids that nobody can foresee. */
    public RevisionIds() {
        this(new SecureRandom());
    }

    RevisionIds(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Returns a new id.
     *
     * @param taken tells whether an id is in use already
     */
    public String next(Predicate<String> taken) {
        String id = random();
        while (taken.test(id)) {
            id = random();
        }
        return id;
    }

    private String random() {
        return HexFormat.of().toHexDigits(random.nextLong(), DIGITS);
    }
}
