package dev.migrate;

import java.util.List;

import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Operations;
import dev.migrate.operation.RevisionCode;
import dev.migrate.operation.RunCode;
import dev.migrate.schema.ObjectName;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionHeader;

import static dev.migrate.operation.ColumnDefinition.column;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;

/** The revisions that {@link JavaRevisionRunTests} runs. */
final class RunRevisions {

    private RunRevisions() {}

    @RevisionHeader(id = "b", revises = "a", message = "Initials")
    static final class Initials implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.addColumn("people", column("initial", text()));
            op.run(db -> db.sql("UPDATE people SET initial = upper(left(name, ?))")
                    .param(1)
                    .update());
        }

        @Override
        public void downgrade(Operations op) {
            op.dropColumn("people", "initial");
        }
    }

    @RevisionHeader(id = "b", revises = "a", message = "Initials")
    static final class InitialsChanged implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.addColumn("people", column("initials", text()));
        }
    }

    @RevisionHeader(id = "b", revises = "a", message = "In between", irreversible = "no")
    static final class InBetween implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.createTable("log", t -> {
                t.column("id", integer()).identity();
                t.column("what", text());
            });
            op.insert("log", rows -> rows.columns("what").row("before"));
            op.run(db -> {
                long count =
                        db.sql("SELECT count(*) FROM log").query(Long.class).single();
                db.sql("INSERT INTO log (what) VALUES (:what)")
                        .param("what", "code saw " + count)
                        .update();
            });
            op.insert("log", rows -> rows.columns("what").row("behind"));
        }
    }

    @RevisionHeader(id = "b", revises = "a", message = "Fails", irreversible = "no")
    static final class FailsBehindCode implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.run(db -> db.sql("DELETE FROM people").update());
            op.execute("DROP TABLE nowhere");
        }
    }

    @RevisionHeader(id = "b", revises = "a", message = "Runs", irreversible = "no")
    static final class Runs implements JavaRevision {

        private final RevisionCode code;

        Runs(RevisionCode code) {
            this.code = code;
        }

        @Override
        public void upgrade(Operations op) {
            op.createTable("t", t -> t.column("id", integer()));
            op.run(code);
            op.insert("t", rows -> rows.columns("id").row(1));
        }
    }

    @RevisionHeader(id = "b", revises = "a", message = "Index")
    static final class Concurrently implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.createIndex("people_name", "people", i -> i.columns("name").concurrently());
            op.createIndex("people_lower_name", "people", i -> i.expression("lower(name)")
                    .concurrently());
        }
    }

    @RevisionHeader(id = "b", revises = "a", message = "Unsupported", irreversible = "no")
    static final class Unsupported implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.add(new AlterTable(ObjectName.of("people"), List.of(new RunCode(db -> {}))));
        }
    }
}
