package dev.migrate.test;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

import dev.migrate.testing.TestDatabases;

/** Test classes as applications write them, one for each folder of revisions. */
final class Folders {

    private Folders() {}

    /** Tests of one folder, in a new database for each that wants one. */
    interface Folder extends MigrationTests {

        String folder();

        @Override
        default List<String> locations() {
            return List.of("classpath:revisions/" + folder());
        }

        @Override
        default DataSource emptyDatabase() {
            return TestDatabases.postgres();
        }
    }

    static class Sound implements Folder {
        @Override
        public String folder() {
            return "sound";
        }
    }

    static class TwoLines implements Folder {
        @Override
        public String folder() {
            return "two-lines";
        }

        @Override
        public Set<String> branchLabels() {
            return Set.of("people", "shop");
        }
    }

    static class MissingLine implements Folder {
        @Override
        public String folder() {
            return "two-lines";
        }

        @Override
        public Set<String> branchLabels() {
            return Set.of("people", "shop", "nobody");
        }
    }

    static class ForgottenLine implements Folder {
        @Override
        public String folder() {
            return "two-lines";
        }

        @Override
        public Set<String> branchLabels() {
            return Set.of("shop");
        }
    }

    static class TwoHeads implements Folder {
        @Override
        public String folder() {
            return "two-heads";
        }
    }

    static class NoDowngrade implements Folder {
        @Override
        public String folder() {
            return "no-downgrade";
        }
    }

    static class Forgetful implements Folder {
        @Override
        public String folder() {
            return "forgetful";
        }
    }

    static class Failing implements Folder {
        @Override
        public String folder() {
            return "failing";
        }
    }

    static class Unreadable implements Folder {
        @Override
        public String folder() {
            return "unreadable";
        }
    }

    static class Nowhere implements Folder {
        @Override
        public String folder() {
            return "nowhere";
        }
    }
}
