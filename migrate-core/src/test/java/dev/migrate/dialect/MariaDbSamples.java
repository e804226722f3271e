package dev.migrate.dialect;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.migrate.dialect.OperationSamples.Sample;
import dev.migrate.dialect.OperationSamples.Samples;
import dev.migrate.operation.Operations;
import dev.migrate.operation.TypeChange;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.SqlExpression;
import dev.migrate.schema.Types;
import dev.migrate.schema.UniqueKey;

import static dev.migrate.operation.ColumnDefinition.column;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.varchar;

/** What MariaDB is tried with beside the samples for all, some of which speak PostgreSQL only. */
final class MariaDbSamples {

    /** Samples with a text that only PostgreSQL understands, or a name that MariaDB refuses. */
    static final Set<String> OF_POSTGRESQL = Set.of(
            "create table with hostile names",
            "insert rows",
            "add column with everything",
            "rename column to a hostile name",
            "create index in a schema",
            "add unique constraint without a name",
            "create view with options",
            "replace view of a hostile name",
            "create function",
            "replace function",
            "replace function by one with another result",
            "replace function by one with other arguments",
            "drop function",
            "create procedure",
            "replace procedure",
            "drop procedure",
            "create trigger",
            "replace trigger",
            "drop trigger",
            "custom");

    /** Its names know no characters beyond the basic plane, and do not end with a blank. */
    private static final String HOSTILE = "a\"b'c\\d`e\n-- */ $$ ; é";

    private static final Replaceable FUNCTION =
            Replaceable.function("f", "(a integer) RETURNS integer DETERMINISTIC RETURN a", "integer");

    private static final Replaceable PROCEDURE =
            Replaceable.procedure("p", "(INOUT a integer) BEGIN SET a = 1; SET a = 2; END", "integer");

    private static final Replaceable TRIGGER =
            Replaceable.trigger("g", "calls", "BEFORE INSERT ON calls FOR EACH ROW SET NEW.n = 1");

    private MariaDbSamples() {}

    static List<Sample> all() {
        Samples all = new Samples();
        tables(all);
        columns(all);
        alterations(all);
        keys(all);
        objects(all);
        return all.all();
    }

    private static void tables(Samples all) {
        all.add(
                "everything of a table",
                MariaDbSamples::users,
                op -> op.createTable("calls", t -> {
                    t.column("id", bigint()).identity(new Identity(Identity.Mode.ALWAYS, 1000, 1));
                    t.column("user_id", integer()).notNull().comment("who's calling \\ 🦉");
                    t.column("title", varchar(50))
                            .collation("utf8mb4_bin")
                            .defaultValue("it's\nnew \\ here")
                            .notNull();
                    t.column("size", Types.numeric(10, 2)).defaultValue(new BigDecimal("1.50"));
                    t.column("twice", bigint()).generated("size * 2");
                    t.column("at", Types.timestampWithZone())
                            .defaultSql("now()")
                            .notNull();
                    t.primaryKey("id");
                    t.unique("calls_title", "title", "user_id");
                    t.foreignKey("calls_user", fk -> fk.columns("user_id")
                            .references("users", "id")
                            .onDelete(Action.CASCADE));
                    t.check("calls_size", "size > 0");
                    t.comment("phone\\calls");
                }));
        all.add("every type", OperationSamples::nothing, MariaDbSamples::everyType);
        all.add("hostile names", op -> op.createSchema("audit"), op -> op.in("audit")
                .createTable(HOSTILE, t -> {
                    t.column(HOSTILE, varchar(90))
                            .defaultValue(HOSTILE)
                            .comment(HOSTILE)
                            .notNull();
                    t.unique(HOSTILE + "2", HOSTILE);
                    t.comment(HOSTILE);
                }));
        all.add(
                "rows",
                op -> op.createTable("things", t -> {
                    t.column("a", integer());
                    t.column("b", text());
                    t.column("c", Types.timestampWithZone());
                }),
                op -> op.insert("things", r -> r.columns("a", "b", "c")
                        .row(1, TableSamples.HOSTILE, Instant.ofEpochSecond(1_800_000_000))
                        .row(null, "", SqlExpression.sql("now()"))),
                op -> op.execute("DELETE FROM things"));
    }

    private static void everyType(Operations op) {
        op.createTable("types", t -> {
            t.column("a", Types.bool()).defaultValue(true);
            t.column("b", Types.smallint()).defaultValue(-1);
            t.column("c", integer());
            t.column("d", bigint());
            t.column("f", Types.numeric(12, 2));
            t.column("g", Types.real());
            t.column("h", Types.doublePrecision()).defaultValue(1.5);
            t.column("i", Types.character(3));
            t.column("j", varchar(20));
            t.column("k", text()).defaultValue("a\\b");
            t.column("l", Types.binary()).defaultValue(new byte[] {0, 92, -1});
            t.column("m", Types.date()).defaultValue(LocalDate.of(2026, 1, 28));
            t.column("n", Types.time()).defaultValue(LocalTime.of(7, 0, 0, 5000));
            t.column("p", Types.timestamp()).defaultValue(LocalDateTime.of(2026, 1, 28, 7, 0));
            t.column("q", Types.timestampWithZone()).defaultValue(Instant.ofEpochSecond(1_800_000_000));
            t.column("r", new ColumnType(Kind.TIMESTAMP_WITH_ZONE, List.of(3), null, 0));
            t.column("t", Types.uuid()).defaultValue(new UUID(1, 2));
            t.column("u", Types.json()).defaultValue("{\"a\": \"\\n\"}");
            t.column("v", Types.named("enum('a', 'b''c')")).defaultValue("a");
            t.column("w", Types.named("bit", 3));
            t.column("x", Types.named("int unsigned"));
        });
    }

    private static void columns(Samples all) {
        all.add(
                "column with everything",
                TableSamples::calls,
                op -> op.addColumn(
                        "calls",
                        column("lang", text())
                                .collation("utf8mb4_bin")
                                .defaultValue("de")
                                .notNull()
                                .comment("ISO 639")));
        all.add("column of a hostile name", TableSamples::calls, op -> op.renameColumn("calls", "n", HOSTILE));
        all.add(
                "virtual column becomes another",
                op -> op.createTable("calls", t -> {
                    t.column("n", integer());
                    t.column("m", integer()).generated(new Generated("n * 2", Generated.Storage.VIRTUAL));
                }),
                op -> op.alterColumn("calls", "m", c -> c.expression("n + 2", "n * 2")));
        all.add(
                "renamed column takes its condition along",
                op -> {
                    TableSamples.calls(op);
                    op.addCheck("calls_n", "calls", "n > 0");
                },
                op -> op.renameColumn("calls", "n", "count"));
    }

    /** A column with all that a change of something else must keep. */
    private static void rich(Operations op) {
        op.createTable("rich", t -> {
            t.column("id", bigint()).identity();
            t.column("title", varchar(50))
                    .collation("utf8mb4_bin")
                    .defaultValue("it's\\here")
                    .notNull()
                    .comment("what's \"it\" \\ called");
            t.column("body", Types.json()).defaultValue("{}").comment("a document");
            t.column("n", integer()).defaultSql("1 + 1").comment("a number");
            t.column("m", integer()).generated("n * 2").comment("computed");
            t.primaryKey("id");
        });
        op.execute("ALTER TABLE rich ADD COLUMN seen timestamp(3) NOT NULL DEFAULT current_timestamp(3)"
                + " ON UPDATE current_timestamp(3) INVISIBLE COMMENT 'last'");
    }

    private static void alterations(Samples all) {
        all.add(
                "type",
                MariaDbSamples::rich,
                op -> op.alterColumn(
                        "rich",
                        "title",
                        c -> c.type(
                                new TypeChange(varchar(90), null, "utf8mb4_bin"),
                                new TypeChange(varchar(50), null, "utf8mb4_bin"))));
        all.add(
                "type of JSON",
                MariaDbSamples::rich,
                op -> op.alterColumn("rich", "body", c -> c.type(text(), Types.json())));
        for (String name : List.of("title", "body", "n", "m", "seen")) {
            all.add(
                    "comment on " + name,
                    MariaDbSamples::rich,
                    op -> op.alterColumn("rich", name, c -> c.comment("an\\other", "it")),
                    op -> op.alterColumn("rich", name, c -> c.comment(comment(name), "")));
        }
        all.add("empty body", MariaDbSamples::rich, op -> op.alterColumn("rich", "body", c -> c.notNull()));
        all.add("empty title", MariaDbSamples::rich, op -> op.alterColumn("rich", "title", c -> c.nullable()));
        all.add(
                "identity goes",
                MariaDbSamples::rich,
                op -> op.alterColumn("rich", "id", c -> c.dropIdentity(Identity.of(Identity.Mode.BY_DEFAULT))));
        all.add(
                "identity begins",
                op -> {
                    TableSamples.calls(op);
                    op.addPrimaryKey("calls_pk", "calls", "id");
                },
                op -> op.alterColumn("calls", "id", c -> c.identity(new Identity(Identity.Mode.ALWAYS, 7, 1))));
        all.add(
                "default goes from a column that may not be empty",
                op -> op.createTable(
                        "calls", t -> t.column("n", integer()).notNull().defaultValue(3)),
                op -> op.alterColumn("calls", "n", c -> c.defaultValue(DefaultValue.none(), DefaultValue.of(3))));
    }

    private static String comment(String column) {
        return switch (column) {
            case "title" -> "what's \"it\" \\ called";
            case "body" -> "a document";
            case "n" -> "a number";
            case "m" -> "computed";
            default -> "last";
        };
    }

    private static void keys(Samples all) {
        all.add(
                "unique constraint without a name",
                TableSamples::calls,
                op -> op.addConstraint("calls", UniqueKey.of(null, List.of("n"))),
                op -> op.dropConstraint("n", "calls"));
        all.add(
                "primary key goes",
                op -> op.createTable("calls", t -> {
                    t.column("id", bigint()).notNull();
                    t.primaryKey("id");
                }),
                op -> op.dropConstraint("calls_pk", "calls", new PrimaryKey("calls_pk", List.of("id"))));
        all.add(
                "descending index",
                TableSamples::calls,
                op -> op.createIndex(
                        "calls_n",
                        "calls",
                        i -> i.columns("n").descending().columns("m").unique()));
        all.add("index of a hostile name", TableSamples::calls, op -> op.createIndex(HOSTILE, "calls", "n"));
        all.add(
                "foreign key with everything",
                op -> {
                    users(op);
                    TableSamples.calls(op);
                },
                op -> op.addForeignKey("fk", "calls", fk -> fk.columns("n")
                        .references("users", "id")
                        .onDelete(Action.SET_NULL)
                        .onUpdate(Action.CASCADE)));
        all.add(
                "wider index than that of a foreign key",
                MariaDbSamples::referring,
                op -> op.createIndex("calls_n", "calls", "n", "m"));
        all.add(
                "wider unique constraint than a foreign key needs",
                MariaDbSamples::referring,
                op -> op.addUnique("calls_nm", "calls", "n", "m"));
    }

    private static void users(Operations op) {
        op.createTable("users", t -> {
            t.column("id", integer()).notNull();
            t.primaryKey("id");
        });
    }

    private static void referring(Operations op) {
        users(op);
        TableSamples.calls(op);
        op.addForeignKey("calls`user", "calls", fk -> fk.columns("n").references("users", "id"));
    }

    private static void objects(Samples all) {
        all.add(
                "view of a hostile name",
                op -> op.create(Replaceable.view(HOSTILE, "SELECT 1 AS a")),
                op -> op.replace(
                        Replaceable.view(HOSTILE, "SELECT 2 AS a, 'b' AS b"),
                        Replaceable.view(HOSTILE, "SELECT 1 AS a")));
        all.add("function", op -> {}, op -> op.create(FUNCTION));
        all.add(
                "function by another",
                op -> op.create(FUNCTION),
                op -> op.replace(
                        Replaceable.function("f", "(a text, b integer) RETURNS text NOT DETERMINISTIC RETURN a"),
                        FUNCTION));
        all.add("function goes", op -> op.create(FUNCTION), op -> op.drop(FUNCTION));
        all.add("procedure", op -> {}, op -> op.create(PROCEDURE));
        all.add(
                "procedure by another",
                op -> op.create(PROCEDURE),
                op -> op.replace(PROCEDURE.redefined("() SELECT 1"), PROCEDURE));
        all.add("trigger", TableSamples::calls, op -> op.create(TRIGGER));
        all.add(
                "trigger by another",
                op -> {
                    TableSamples.calls(op);
                    op.create(TRIGGER);
                },
                op -> op.replace(
                        TRIGGER.redefined("AFTER UPDATE ON calls FOR EACH ROW BEGIN SET @a = 1; SET @b = 2; END"),
                        TRIGGER));
        all.add(
                "trigger on another table",
                op -> {
                    TableSamples.calls(op);
                    users(op);
                    op.create(TRIGGER);
                },
                op -> op.replace(
                        Replaceable.trigger("g", "users", "BEFORE INSERT ON users FOR EACH ROW SET NEW.id = 1"),
                        TRIGGER));
    }
}
