package dev.migrate.test;

import java.util.Set;

/** Test classes as applications write them, one for each folder of revisions. */
final class Folders {

    private static final String IN = "migrate.locations=classpath:revisions/";

    private Folders() {}

    @MigrationTest(properties = IN + "sound")
    static class Sound implements MigrationTests {}

    @MigrationTest(properties = IN + "two-lines")
    static class TwoLines implements MigrationTests {

        @Override
        public Set<String> branchLabels() {
            return Set.of("people", "shop");
        }
    }

    @MigrationTest(properties = IN + "two-lines")
    static class MissingLine implements MigrationTests {

        @Override
        public Set<String> branchLabels() {
            return Set.of("people", "shop", "nobody");
        }
    }

    @MigrationTest(properties = IN + "two-lines")
    static class ForgottenLine implements MigrationTests {

        @Override
        public Set<String> branchLabels() {
            return Set.of("shop");
        }
    }

    @MigrationTest(properties = IN + "two-heads")
    static class TwoHeads implements MigrationTests {}

    @MigrationTest(properties = IN + "no-downgrade")
    static class NoDowngrade implements MigrationTests {}

    @MigrationTest(properties = IN + "forgetful")
    static class Forgetful implements MigrationTests {}

    @MigrationTest(properties = IN + "leaving")
    static class Leaving implements MigrationTests {}

    @MigrationTest(properties = IN + "failing")
    static class Failing implements MigrationTests {}

    @MigrationTest(properties = IN + "unreadable")
    static class Unreadable implements MigrationTests {}

    @MigrationTest(properties = IN + "nowhere")
    static class Nowhere implements MigrationTests {}

    @MigrationTest(properties = {IN + "calls", "migrate.model=classpath:models/calls.sql"})
    static class OtherModel implements MigrationTests {}

    @MigrationTest(properties = {IN + "nothing", "migrate.java-packages=dev.migrate.test.fickle"})
    static class Fickle implements MigrationTests {}

    static class NotAnnotated implements MigrationTests {}
}
