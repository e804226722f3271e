package dev.migrate.operation;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Replaceable;

import static dev.migrate.operation.ColumnDefinition.column;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OperationsTests {

    @Test
    void bodyIsWrittenDownInItsOrder() {
        List<Operation> recorded = Operations.record(op -> {
            op.createTable("orders", t -> {
                t.column("id", bigint()).identity();
                t.primaryKey("id");
            });
            op.in("audit").dropTable("entries");
            op.alterColumn("orders", "note", c -> c.notNull().defaultValue(DefaultValue.of("-"), DefaultValue.none()));
        });

        assertThat(recorded)
                .extracting(Operation::describe)
                .containsExactly(
                        "create table orders",
                        "drop table audit.entries",
                        "forbid empty values in orders.note",
                        "change the default of orders.note");
    }

    @Test
    void reverseOfAReverseIsWhereItBegan() {
        List<Operation> recorded = Operations.record(op -> {
            op.createTable("a", t -> t.column("id", bigint()).notNull());
            op.addColumn("a", column("n", integer()));
            op.renameColumn("a", "n", "m");
            op.alterColumn(
                    "a", "m", c -> c.type(varchar(20), integer()).notNull().comment("x", ""));
            op.createIndex("a_m", "a", i -> i.columns("m").descending().unique().concurrently());
            op.renameIndex("a", "a_m", "a_n");
            op.addUnique("a_u", "a", "m");
            op.addForeignKey("a_fk", "a", fk -> fk.columns("m").references("b", "id"));
            op.renameConstraint("a", "a_u", "a_v");
            op.createSequence("s");
            op.createEnum("mood", "sad", "glad");
            op.renameEnumValue("mood", "sad", "down");
            op.create(Replaceable.view("v", "SELECT 1"));
            op.replace(Replaceable.view("v", "SELECT 2"), Replaceable.view("v", "SELECT 1"));
            op.renameTable("a", "b");
            op.batch("b", t -> {
                t.addColumn(column("x", integer()));
                t.dropColumn(column("y", integer()));
            });
        });

        List<Operation> reversed = requireNonNull(Reversal.of(recorded));
        assertThat(Reversal.of(reversed)).isEqualTo(recorded);
    }

    @Test
    void whatTheAuthorDidNotSayCannotBeReversed() {
        List<Operation> recorded = Operations.record(op -> {
            op.dropColumn("a", "n");
            op.addColumn("a", column("n", integer()));
            op.execute("SELECT 1");
        });

        assertThat(Reversal.of(recorded)).isNull();
        assertThat(Reversal.missing(recorded))
                .extracting(Operation::describe)
                .containsExactly("drop column a.n", "execute SELECT 1");
    }

    @Test
    void onlyWhatLetsOthersWriteNeedsNoTransaction() {
        List<Operation> recorded = Operations.record(op -> {
            op.createIndex("i", "a", "n");
            op.createIndex("i", "a", i -> i.columns("n").concurrently());
            op.dropIndex("i", "a", previous -> previous.concurrently().ifNeeded());
        });

        assertThat(recorded).extracting(Operation::transactional).containsExactly(true, false, false);
    }

    @Test
    void incompleteDescriptionsAreRefusedWhereTheyAreWritten() {
        assertThatThrownBy(() -> Operations.record(op -> op.createIndex("i", "a")))
                .hasMessageContaining("index i needs columns");
        assertThatThrownBy(() -> Operations.record(op -> op.addForeignKey("fk", "a", fk -> fk.columns("n"))))
                .hasMessageContaining("foreign key fk needs");
        assertThatThrownBy(() -> Operations.record(
                        op -> op.insert("a", rows -> rows.columns("x", "y").row(1))))
                .hasMessageContaining("1 values for 2 columns");
        assertThatThrownBy(() -> ObjectName.of("")).isInstanceOf(IllegalArgumentException.class);
    }
}
