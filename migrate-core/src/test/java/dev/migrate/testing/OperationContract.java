package dev.migrate.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.TypeChange;
import dev.migrate.run.RunSettings;
import dev.migrate.schema.Check;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SqlExpression;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

import static dev.migrate.operation.ColumnDefinition.column;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.character;
import static dev.migrate.schema.Types.date;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.numeric;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.timestamp;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/** What operations promise on every database: one history, without a line of SQL that only some of them understand. */
public abstract class OperationContract extends DialectFixture {

    @Test
    void everyRevisionGoesUpDownAndUpToTheSameSchema() {
        OperationHistory history = new OperationHistory(database, RunSettings.defaults());
        Schema before = history.inspect();
        for (Map.Entry<String, Consumer<Operations>> revision : revisions()) {
            add(history, revision.getKey(), revision.getValue());
            history.upgrade(revision.getKey());
            Schema after = history.inspect();
            history.downgrade("-1");
            assertThat(history.inspect()).as("below %s", revision.getKey()).isEqualTo(before);
            history.upgrade(revision.getKey());
            assertThat(history.inspect()).as("at %s", revision.getKey()).isEqualTo(after);
            before = after;
        }
        assertThat(jdbc.queryForObject("SELECT count(*) FROM " + quoted("work"), Integer.class))
                .isEqualTo(2);
        history.downgrade("base");
        assertThat(history.inspect().tables()).isEmpty();
        history.upgrade("heads");
        assertThat(history.inspect()).isEqualTo(before);
    }

    private void add(OperationHistory history, String id, Consumer<Operations> body) {
        if (id.equals("rows")) {
            List<Operation> down = Operations.record(op -> op.run(jdbc -> {
                jdbc.sql("DELETE FROM " + quoted("book")).update();
                jdbc.sql("DELETE FROM " + quoted("author")).update();
            }));
            history.revision(id, Operations.record(body), down);
        } else {
            history.revision(id, body);
        }
    }

    private List<Map.Entry<String, Consumer<Operations>>> revisions() {
        List<Map.Entry<String, Consumer<Operations>>> revisions = new ArrayList<>(tables());
        revisions.addAll(columns());
        revisions.addAll(constraints());
        return revisions;
    }

    private List<Map.Entry<String, Consumer<Operations>>> tables() {
        return List.of(
                Map.entry(
                        "author",
                        op -> op.createTable("author", t -> {
                            t.column("id", bigint()).notNull().identity();
                            t.column("name", varchar(100)).notNull();
                            t.column("born", date());
                            t.column("active", bool()).notNull().defaultValue(true);
                            t.column("note", text());
                            t.primaryKey("id");
                        })),
                Map.entry("book", op -> {
                    op.createTable("book", t -> {
                        t.column("id", integer()).notNull();
                        t.column("author_id", bigint()).notNull();
                        t.column("title", varchar(200)).notNull().defaultValue("it's \"a\" title");
                        t.column("price", numeric(8, 2)).defaultValue(0);
                        t.column("isbn", varchar(20));
                        t.primaryKey("id");
                        t.foreignKey("book_author", f -> f.columns("author_id")
                                .references("author", "id")
                                .onDelete(ForeignKey.Action.CASCADE));
                        t.unique("book_isbn", "isbn");
                        t.check("book_price", quoted("price") + " >= 0");
                    });
                    op.createIndex("book_title", "book", "title", "price");
                }),
                Map.entry("rows", op -> {
                    op.run(jdbc -> {});
                    op.insert(
                            "author",
                            r -> r.columns("name", "active").row("Ann", true).row("Ben", false));
                    op.insert("book", r -> r.columns("id", "author_id", "title", "isbn")
                            .row(1, aKey("Ann"), "first", "a")
                            .row(2, aKey("Ben"), "second", "b"));
                }));
    }

    private SqlExpression aKey(String author) {
        return SqlExpression.sql("(SELECT " + quoted("id") + " FROM " + quoted("author") + " WHERE " + quoted("name")
                + " = '" + author + "')");
    }

    private List<Map.Entry<String, Consumer<Operations>>> columns() {
        return List.of(
                Map.entry("added", op -> {
                    op.addColumn("book", column("pages", integer()).notNull().defaultValue(7));
                    op.addColumn("author", column("country", character(2)));
                    op.addColumn("author", column("seen", timestamp()));
                }),
                Map.entry("renamed", op -> op.renameColumn("book", "title", "heading")),
                Map.entry(
                        "retyped",
                        op -> op.alterColumn(
                                "book",
                                "price",
                                c -> c.type(
                                        new TypeChange(numeric(10, 3), null, null),
                                        new TypeChange(numeric(8, 2), null, null)))),
                Map.entry(
                        "defaulted",
                        op -> op.alterColumn(
                                "book", "pages", c -> c.defaultValue(DefaultValue.of(9), DefaultValue.of(7))
                                        .nullable())),
                Map.entry("dropped", op -> op.dropColumn("author", column("note", text()))));
    }

    private List<Map.Entry<String, Consumer<Operations>>> constraints() {
        return List.of(
                Map.entry("demanded", op -> {
                    op.addCheck("book_pages", "book", quoted("pages") + " > 0");
                    op.addUnique("book_heading", "book", "heading", "author_id");
                    op.createIndex("author_name", "author", "name");
                }),
                Map.entry(
                        "batched",
                        op -> op.batch("book", t -> {
                            t.addColumn(column("rating", integer()));
                            t.addConstraint(new Check("book_rating", quoted("rating") + " < 6", Validity.VALID));
                            t.dropConstraint(
                                    "book_heading", UniqueKey.of("book_heading", List.of("heading", "author_id")));
                        })),
                Map.entry("indexed", op -> op.renameIndex("author", "author_name", "author_by_name")),
                Map.entry("moved", op -> op.renameTable("book", "work")),
                Map.entry("viewed", op -> op.create(writer("id", "name"))),
                Map.entry("replaced", op -> op.replace(writer("id", "name", "born"), writer("id", "name"))));
    }

    private Replaceable writer(String... columns) {
        String list = String.join(", ", Stream.of(columns).map(this::quoted).toList());
        return Replaceable.view(
                "writer", "SELECT " + list + " FROM " + quoted("author") + " WHERE " + quoted("id") + " > 0");
    }
}
