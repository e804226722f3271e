package dev.migrate.dialect;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import dev.migrate.dialect.OperationSamples.Samples;
import dev.migrate.operation.Operations;
import dev.migrate.operation.TypeChange;
import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SqlExpression;
import dev.migrate.schema.Types;
import dev.migrate.schema.Validity;

import static dev.migrate.operation.ColumnDefinition.column;
import static dev.migrate.schema.Types.arrayOf;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.varchar;

/** Tables and columns. */
final class TableSamples {

    /** What a name may hold at worst. */
    static final String HOSTILE = "a\"b'c\\d\n-- */ $$ ; é🦉";

    private TableSamples() {}

    static void calls(Operations op) {
        op.createTable("calls", t -> {
            t.column("id", bigint()).notNull();
            t.column("title", varchar(100));
            t.column("n", integer());
            t.column("m", integer());
        });
    }

    static void addTo(Samples all) {
        tables(all);
        columns(all);
        alterations(all);
    }

    private static void tables(Samples all) {
        all.add("create table", OperationSamples::nothing, TableSamples::calls);
        all.add(
                "create table with everything",
                op -> op.createTable("users", t -> {
                    t.column("id", integer()).notNull();
                    t.primaryKey("id");
                }),
                op -> op.createTable("calls", t -> {
                    t.column("id", bigint()).identity();
                    t.column("user_id", integer()).notNull().comment("who called");
                    t.column("title", text())
                            .collation("C")
                            .defaultValue("it's\nnew")
                            .notNull();
                    t.column("size", Types.numeric(10, 2)).defaultValue(new BigDecimal("1.50"));
                    t.column("twice", bigint()).generated("id * 2");
                    t.column("at", Types.timestampWithZone()).defaultSql("now()");
                    t.primaryKey("id");
                    t.unique("calls_title", "title", "user_id");
                    t.foreignKey(
                            "calls_user",
                            fk -> fk.columns("user_id").references("users").onDelete(Action.CASCADE));
                    t.check("calls_size", "size > 0");
                    t.constraint(new Check("calls_old", "at > '2000-01-01'", Validity.NOT_VALID));
                    t.comment("phone calls");
                }));
        all.add(
                "create table with the same key several times",
                OperationSamples::nothing,
                op -> op.createTable("calls", t -> {
                    t.column("id", bigint()).notNull();
                    t.column("n", integer());
                    t.unique("calls_id", "id");
                    t.unique("calls_n", "n");
                    t.unique("calls_n2", "n");
                    t.primaryKey("id");
                }));
        all.add(
                "create table if not exists",
                OperationSamples::nothing,
                op -> op.createTableIfNotExists("calls", t -> t.column("id", bigint())));
        all.add("create table without columns", OperationSamples::nothing, op -> op.createTable("calls", t -> {}));
        all.add("create table of every type", OperationSamples::nothing, TableSamples::everyType);
        all.add("create table with hostile names", op -> op.createSchema(HOSTILE), op -> op.in(HOSTILE)
                .createTable(HOSTILE, t -> {
                    t.column(HOSTILE, text()).defaultValue(HOSTILE).comment(HOSTILE);
                    t.unique(HOSTILE + "2", HOSTILE);
                    t.comment(HOSTILE);
                }));
        all.add(
                "drop table",
                TableSamples::calls,
                op -> op.dropTable("calls", t -> {
                    t.column("id", bigint()).notNull();
                    t.column("title", varchar(100));
                    t.column("n", integer());
                    t.column("m", integer());
                }));
        all.add("drop table if exists", OperationSamples::nothing, op -> op.dropTableIfExists("gone"), op -> {});
        all.add("rename table", TableSamples::calls, op -> op.renameTable("calls", "phone calls"));
        all.add(
                "rename table of a schema",
                op -> {
                    op.createSchema("audit");
                    op.in("audit").createTable("entries", t -> {});
                },
                op -> op.in("audit").renameTable("entries", "lines"));
        all.add("comment on table", TableSamples::calls, op -> op.commentOnTable("calls", "it's\\this", ""));
        all.add(
                "remove comment on table",
                op -> op.createTable("calls", t -> t.comment("old")),
                op -> op.commentOnTable("calls", "", "old"));
        all.add("insert rows", TableSamples::values, TableSamples::rows, op -> op.execute("DELETE FROM things"));
        all.add(
                "insert rows of defaults",
                TableSamples::values,
                op -> op.insert("things", r -> r.row().row()),
                op -> op.execute("DELETE FROM things"));
        all.add("insert no rows", TableSamples::values, op -> op.insert("things", r -> r.columns("a")), op -> {});
    }

    private static void everyType(Operations op) {
        op.createTable("types", t -> {
            t.column("a", Types.bool()).defaultValue(true);
            t.column("b", Types.smallint()).defaultValue(-1);
            t.column("c", integer());
            t.column("d", bigint());
            t.column("e", Types.numeric());
            t.column("f", Types.numeric(12, 2));
            t.column("g", Types.real());
            t.column("h", Types.doublePrecision()).defaultValue(Double.NEGATIVE_INFINITY);
            t.column("i", Types.character(3));
            t.column("j", varchar(20));
            t.column("k", text());
            t.column("l", Types.binary()).defaultValue(new byte[] {0, 92, -1});
            t.column("m", Types.date()).defaultValue(LocalDate.of(2026, 1, 28));
            t.column("n", Types.time());
            t.column("o", Types.timeWithZone());
            t.column("p", Types.timestamp());
            t.column("q", Types.timestampWithZone());
            t.column("r", new ColumnType(Kind.TIMESTAMP_WITH_ZONE, List.of(3), null, 0));
            t.column("s", Types.interval());
            t.column("t", Types.uuid()).defaultValue(new UUID(1, 2));
            t.column("u", Types.json()).defaultValue("{\"a\": \"\\n\"}");
            t.column("v", Types.named("tsvector"));
            t.column("w", Types.named("bit", 3));
            t.column("x", arrayOf(arrayOf(varchar(5))));
        });
    }

    private static void values(Operations op) {
        op.createTable("things", t -> {
            t.column("a", integer());
            t.column("b", text());
            t.column("c", Types.timestampWithZone());
        });
    }

    private static void rows(Operations op) {
        op.insert(
                "things",
                r -> r.columns("a", "b", "c").row(1, HOSTILE, Instant.EPOCH).row(null, "", SqlExpression.sql("now()")));
    }

    private static void columns(Samples all) {
        all.add("add column", TableSamples::calls, op -> op.addColumn("calls", column("lang", varchar(8))));
        all.add(
                "add column with everything",
                TableSamples::calls,
                op -> op.addColumn(
                        "calls",
                        column("lang", text())
                                .collation("C")
                                .defaultValue("de")
                                .notNull()
                                .comment("ISO 639")));
        all.add(
                "add column if not exists",
                TableSamples::calls,
                op -> op.addColumnIfNotExists("calls", column("lang", text())));
        all.add("add identity column", TableSamples::calls, op -> {
            op.addColumn("calls", column("no", bigint()).identity(new Identity(Identity.Mode.ALWAYS, -100, -10)));
        });
        all.add(
                "add generated column",
                TableSamples::calls,
                op -> op.addColumn("calls", column("sum", integer()).generated("n + m")));
        all.add(
                "add virtual generated column",
                TableSamples::calls,
                op -> op.addColumn(
                        "calls",
                        column("sum", integer()).generated(new Generated("n + m", Generated.Storage.VIRTUAL))));
        all.add("drop column", TableSamples::calls, op -> op.dropColumn("calls", column("n", integer())));
        all.add("drop column if exists", TableSamples::calls, op -> op.dropColumnIfExists("calls", "x"), op -> {});
        all.add("rename column", TableSamples::calls, op -> op.renameColumn("calls", "n", "count"));
        all.add("rename column to a hostile name", TableSamples::calls, op -> op.renameColumn("calls", "n", HOSTILE));
        all.add(
                "batch",
                TableSamples::calls,
                op -> op.batch("calls", t -> {
                    t.addColumn(column("lang", text()).comment("which"));
                    t.renameColumn("n", "count");
                    t.dropColumn(column("m", integer()));
                    t.alterColumn("title", c -> c.notNull());
                    t.addConstraint(new PrimaryKey("calls_pk", List.of("id")));
                }));
    }

    private static void alterations(Samples all) {
        all.add(
                "change type",
                TableSamples::calls,
                op -> op.alterColumn("calls", "title", c -> c.type(varchar(320), varchar(100))));
        all.add(
                "change type with using and collation",
                TableSamples::calls,
                op -> op.alterColumn(
                        "calls",
                        "n",
                        c -> c.type(
                                new TypeChange(text(), "n::text || '%'", "C"),
                                new TypeChange(integer(), "rtrim(n, '%')::integer", null))));
        all.add("forbid empty values", TableSamples::calls, op -> op.alterColumn("calls", "n", c -> c.notNull()));
        all.add("allow empty values", TableSamples::calls, op -> op.alterColumn("calls", "id", c -> c.nullable()));
        all.add(
                "set default",
                TableSamples::calls,
                op -> op.alterColumn(
                        "calls", "title", c -> c.defaultValue(DefaultValue.of("it's"), DefaultValue.none())));
        all.add(
                "set default to an expression",
                TableSamples::calls,
                op -> op.alterColumn(
                        "calls", "n", c -> c.defaultValue(DefaultValue.sql("1 + 1"), DefaultValue.none())));
        all.add(
                "drop default",
                op -> op.createTable("calls", t -> t.column("n", integer()).defaultValue(3)),
                op -> op.alterColumn("calls", "n", c -> c.defaultValue(DefaultValue.none(), DefaultValue.of(3))));
        all.add(
                "comment on column",
                TableSamples::calls,
                op -> op.alterColumn("calls", "n", c -> c.comment("how many", "")));
        all.add(
                "remove comment on column",
                op -> op.createTable("calls", t -> t.column("n", integer()).comment("old")),
                op -> op.alterColumn("calls", "n", c -> c.comment("", "old")));
        all.add(
                "add identity",
                TableSamples::calls,
                op -> op.alterColumn("calls", "id", c -> c.identity(new Identity(Identity.Mode.ALWAYS, 7, 2))));
        all.add(
                "change identity",
                op -> op.createTable("calls", t -> t.column("id", bigint()).identity()),
                op -> op.alterColumn(
                        "calls",
                        "id",
                        c -> c.identity(
                                new Identity(Identity.Mode.ALWAYS, 7, 5), Identity.of(Identity.Mode.BY_DEFAULT))));
        all.add(
                "drop identity",
                op -> op.createTable("calls", t -> t.column("id", bigint()).identity()),
                op -> op.alterColumn("calls", "id", c -> c.dropIdentity(Identity.of(Identity.Mode.BY_DEFAULT))));
        all.add(
                "change generated expression",
                op -> op.createTable("calls", t -> {
                    t.column("n", integer());
                    t.column("m", integer()).generated("n * 2");
                }),
                op -> op.alterColumn("calls", "m", c -> c.expression("n * 3", "n * 2")));
        all.add(
                "drop generated expression",
                op -> op.createTable("calls", t -> {
                    t.column("n", integer());
                    t.column("m", integer()).generated("n * 2");
                }),
                op -> op.alterColumn("calls", "m", c -> c.dropExpression()),
                op -> {
                    op.dropColumn("calls", "m");
                    op.addColumn("calls", column("m", integer()).generated("n * 2"));
                });
    }
}
