package dev.migrate.script;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.Operations;

import static dev.migrate.operation.ColumnDefinition.column;
import static dev.migrate.schema.Types.integer;
import static java.util.Objects.requireNonNull;

/** The revisions that {@link JavaScriptReaderTests} reads, right ones and wrong ones. */
final class ReadRevisions {

    private ReadRevisions() {}

    @RevisionHeader(
            id = "b1",
            revises = {"a1", "a2"},
            message = "Add audio",
            created = "2026-01-28T14:30:00Z",
            labels = "audio",
            dependsOn = "core",
            description = """
                    First line.
                    Second line.
                    """)
    static final class EverythingSaid implements JavaRevision {
        @Override
        public void upgrade(Operations op) {}

        @Override
        public void downgrade(Operations op) {}
    }

    @RevisionHeader(id = "c1", message = "Add")
    static final class AddTwoColumns implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.addColumn("segment", column("start", integer()));
            op.addColumn("segment", column("stop", integer()));
        }
    }

    @RevisionHeader(id = "c1", message = "Add")
    static final class ReverseAndMore implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.addColumn("segment", column("start", integer()));
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("SELECT 1");
            JavaRevision.super.downgrade(op);
            op.execute("SELECT 2");
        }
    }

    @RevisionHeader(id = "c1", message = "Drop")
    static final class NotReversible implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.addColumn("segment", column("stop", integer()));
            op.dropColumn("segment", "start");
            op.execute("UPDATE segment SET stop = 0");
        }
    }

    @RevisionHeader(id = "c1", message = "Drop", irreversible = "The numbers are gone")
    static final class Irreversible implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.dropColumn("segment", "start");
        }
    }

    @RevisionHeader(id = "c1", message = "Drop", irreversible = "The numbers are gone")
    static final class IrreversibleWithDowngrade implements JavaRevision {
        @Override
        public void upgrade(Operations op) {}

        @Override
        public void downgrade(Operations op) {}
    }

    @RevisionHeader(id = "c1", message = "Sql", irreversible = "no")
    static final class Statements implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.execute("-- before\nINSERT INTO a VALUES (';');\r\nUPDATE a SET b = 1 -- not the end;\r\nWHERE c;");
        }
    }

    @RevisionHeader(id = "c1", message = "Sql", irreversible = "no")
    static final class ForbiddenSql implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.execute("BEGIN; INSERT INTO a VALUES (1); COMMIT;");
            op.execute("\\copy a from b");
            op.execute("SELECT 'a");
            op.execute("-- nothing");
            op.execute("SELECT 1\n-- migrate:downgrade\nFROM a");
        }
    }

    @RevisionHeader(id = "c1", message = "Index")
    static final class Concurrently implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.createIndex("i", "a", index -> index.columns("b").concurrently());
        }
    }

    @RevisionHeader(id = "c2", revises = "c1", message = "Vacuum", irreversible = "no")
    static final class Vacuum implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.execute("VACUUM a");
        }
    }

    @RevisionHeader(id = "c1", message = "Mixture")
    static final class Mixture implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.addColumn("a", column("b", integer()));
            op.createIndex("i", "a", index -> index.columns("b").concurrently());
        }
    }

    @RevisionHeader(id = "c1", message = "Fails", irreversible = "no")
    static final class Failing implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            throw new IllegalStateException("no bean");
        }
    }

    @RevisionHeader(
            id = "not good",
            revises = "a-1",
            message = "two\nlines",
            labels = {"x", "x"})
    static final class BadHeader implements JavaRevision {
        @Override
        public void upgrade(Operations op) {}
    }

    @RevisionHeader(id = "c1", message = " ", created = "yesterday")
    static final class BadCreated implements JavaRevision {
        @Override
        public void upgrade(Operations op) {}
    }

    @RevisionHeader(id = "d1", revises = "d9", message = "Orphan")
    static final class Orphan implements JavaRevision {
        @Override
        public void upgrade(Operations op) {}
    }

    static final class NoHeader implements JavaRevision {
        @Override
        public void upgrade(Operations op) {}
    }

    @RevisionHeader(id = "c1", message = "No revision")
    static final class HeaderOnly {}

    @RevisionHeader(id = "c1", message = "Late")
    static final class Late implements JavaRevision {

        private @Nullable Operations kept;

        @Override
        public void upgrade(Operations op) {
            kept = op;
        }

        Operations kept() {
            return requireNonNull(kept);
        }
    }
}
