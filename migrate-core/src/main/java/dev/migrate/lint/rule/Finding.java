package dev.migrate.lint.rule;

import java.util.List;

/**
 * One place where a revision does what it should not.
 *
 * @param rule the id of the rule
 * @param severity {@link Severity#ERROR} or {@link Severity#WARNING}
 * @param place where it is
 * @param message what will happen
 * @param rewrite statements that do the same safely, often none
 */
public record Finding(String rule, Severity severity, Place place, String message, List<String> rewrite) {

    /**
     * Where a finding is.
     *
     * @param revision the id
     * @param path the file as people are shown it, or the name of a class
     * @param line counted from 1, or 0 where it comes from no file
     * @param statement which operation of the upgrade, counted from 1, or 0 for the whole revision
     */
    public record Place(String revision, String path, int line, int statement) {

        /** Returns {@code path:line} for people. */
        @Override
        public String toString() {
            if (line > 0) {
                return path + ":" + line;
            }
            return statement > 0 ? path + ", operation " + statement : path;
        }
    }

    /** Copies the list. */
    public Finding {
        rewrite = List.copyOf(rewrite);
    }
}
