package dev.migrate.lint.effect;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.effect.Relation.Column;
import dev.migrate.lint.effect.Relation.Constraint;
import dev.migrate.lint.statement.ColumnSpec;
import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.ConstraintSpec.Kind;
import dev.migrate.lint.statement.ConstraintSpec.Validity;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

import static dev.migrate.lint.effect.LockMode.ACCESS_EXCLUSIVE;
import static dev.migrate.lint.effect.LockMode.ROW_SHARE;
import static dev.migrate.lint.effect.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.migrate.lint.effect.LockMode.SHARE_UPDATE_EXCLUSIVE;

/** What the actions of one {@code ALTER TABLE} cost. */
final class AlterEffects {

    private final ObjectName name;

    private final int version;

    private final boolean transaction;

    private final World world;

    private final @Nullable Relation table;

    private final EffectBuilder effect;

    AlterEffects(ObjectName name, Situation situation, EffectBuilder effect) {
        this.name = name;
        this.version = situation.version();
        this.transaction = situation.transaction();
        this.world = situation.world();
        this.table = world.relation(name);
        this.effect = effect;
    }

    void read(TableAction action) {
        if (action instanceof TableAction.AddColumn add) {
            effect.lock(name, ACCESS_EXCLUSIVE);
            addColumn(add.column());
        } else if (action instanceof TableAction.AddConstraint add) {
            addConstraint(add.constraint());
        } else if (action instanceof TableAction.ValidateConstraint validate) {
            effect.lock(name, SHARE_UPDATE_EXCLUSIVE);
            validate(validate.name());
        } else if (action instanceof TableAction.SetType type) {
            effect.lock(name, ACCESS_EXCLUSIVE);
            new TypeEffects(name, world, effect).read(type);
        } else if (action instanceof TableAction.AttachPartition attach) {
            attach(attach);
        } else if (action instanceof TableAction.DetachPartition detach) {
            detach(detach);
        } else if (action instanceof TableAction.Inherit inherit) {
            effect.lock(name, ACCESS_EXCLUSIVE);
            effect.lock(inherit.parent(), SHARE_UPDATE_EXCLUSIVE);
        } else if (action instanceof TableAction.Change change) {
            change(change);
        } else {
            effect.lock(name, ACCESS_EXCLUSIVE);
            readOther(action);
        }
    }

    private void readOther(TableAction action) {
        if (action instanceof TableAction.SetNotNull notNull) {
            boolean known =
                    table != null && (table.isNotNull(notNull.column()) || table.provesNotNull(notNull.column()));
            if (!known) {
                effect.scan(name);
            }
        } else if (action instanceof TableAction.DropConstraint drop) {
            dropConstraint(table == null ? null : table.constraint(drop.name()));
        } else if (action instanceof TableAction.DropColumn drop && table != null) {
            table.constraints().stream()
                    .filter(constraint -> constraint.spec().columns().contains(drop.column()))
                    .forEach(this::dropConstraint);
        } else if (action instanceof TableAction.SetExpression) {
            if (version < 17) {
                effect.refuse("SET EXPRESSION is known from PostgreSQL 17 on");
            } else {
                effect.rewrite(name);
            }
        }
    }

    private void addColumn(ColumnSpec column) {
        ConstraintSpec.Reference reference = null;
        for (ConstraintSpec constraint : column.constraints()) {
            reference = constraint.reference() == null ? reference : constraint.reference();
            boolean reads = constraint.kind() == Kind.CHECK
                    || constraint.kind() == Kind.UNIQUE
                    || constraint.kind() == Kind.PRIMARY_KEY;
            if (reads && constraint.validity() == Validity.VALID) {
                effect.scan(name);
            }
        }
        boolean filled = column.defaultValue() != null && column.source() == ColumnSpec.Source.PLAIN;
        if (reference != null) {
            effect.lock(reference.table(), SHARE_ROW_EXCLUSIVE);
            if (filled) {
                effect.scan(name);
                effect.scan(reference.table());
            }
        }
        if (column.source() == ColumnSpec.Source.VIRTUAL && version < 18) {
            effect.refuse("VIRTUAL columns are known from PostgreSQL 18 on");
        } else if (rewrites(column)) {
            effect.rewrite(name);
        } else if (column.notNull() && column.source() == ColumnSpec.Source.PLAIN && !filled) {
            effect.scan(name);
        }
    }

    private boolean rewrites(ColumnSpec column) {
        if (column.source() != ColumnSpec.Source.PLAIN) {
            return column.source() != ColumnSpec.Source.VIRTUAL;
        }
        boolean changing = column.defaultValue() != null && Volatility.of(column.defaultValue()) != Volatility.STABLE;
        return changing || column.type().isSerial() || world.isConstrainedDomain(column.type());
    }

    private void addConstraint(ConstraintSpec constraint) {
        boolean later = constraint.validity() != Validity.VALID;
        if (version < 18 && isOf18(constraint)) {
            effect.refuse("This constraint is known from PostgreSQL 18 on");
            return;
        }
        ConstraintSpec.Reference reference = constraint.reference();
        effect.lock(name, reference == null ? ACCESS_EXCLUSIVE : SHARE_ROW_EXCLUSIVE);
        if (reference != null) {
            effect.lock(reference.table(), SHARE_ROW_EXCLUSIVE);
            if (!later) {
                effect.scan(name);
                effect.scan(reference.table());
            }
        } else if (constraint.index() != null) {
            promote(constraint);
        } else if (!later) {
            boolean known = constraint.kind() == Kind.NOT_NULL
                    && table != null
                    && constraint.columns().stream().allMatch(table::isNotNull);
            if (!known) {
                effect.scan(name);
            }
        }
    }

    private static boolean isOf18(ConstraintSpec constraint) {
        return constraint.kind() == Kind.NOT_NULL || constraint.validity() == Validity.NOT_ENFORCED;
    }

    /** A primary key asks for NOT NULL, which is looked after where it is missing. */
    private void promote(ConstraintSpec constraint) {
        if (constraint.kind() != Kind.PRIMARY_KEY) {
            return;
        }
        boolean known = table != null
                && table.indexes().stream()
                        .filter(index -> index.name().equals(constraint.index()))
                        .anyMatch(index -> index.columns().stream()
                                .allMatch(column -> table.isNotNull(column) || table.provesNotNull(column)));
        if (!known) {
            effect.scan(name);
        }
    }

    private void validate(String constraint) {
        Constraint known = table == null ? null : table.constraint(constraint);
        if (known != null && known.valid()) {
            return;
        }
        effect.scan(name);
        ConstraintSpec.Reference reference = known == null ? null : known.spec().reference();
        if (reference != null) {
            effect.lock(reference.table(), ROW_SHARE);
            effect.scan(reference.table());
        }
    }

    private void dropConstraint(@Nullable Constraint constraint) {
        if (constraint == null) {
            return;
        }
        ConstraintSpec.Reference reference = constraint.spec().reference();
        if (reference != null) {
            effect.lock(reference.table(), ACCESS_EXCLUSIVE);
        } else if (constraint.is(Kind.PRIMARY_KEY) || constraint.is(Kind.UNIQUE)) {
            List<String> columns = constraint.spec().columns();
            for (Relation other : world.referencing(name, columns.isEmpty() ? null : columns.get(0))) {
                effect.lock(other.name(), ACCESS_EXCLUSIVE);
            }
        }
    }

    private void attach(TableAction.AttachPartition attach) {
        effect.lock(name, SHARE_UPDATE_EXCLUSIVE);
        effect.lock(attach.partition(), ACCESS_EXCLUSIVE);
        if (!isProven(attach)) {
            effect.scan(attach.partition());
        }
        for (Relation other : world.partitions(name)) {
            if (other.isDefaultPartition()) {
                effect.lock(other.name(), ACCESS_EXCLUSIVE);
                effect.scan(other.name());
            }
        }
    }

    /** Tells whether checks of the partition already say what its bound FROM (…) TO (…) demands of a key of one column. */
    private boolean isProven(TableAction.AttachPartition attach) {
        Relation partition = world.relation(attach.partition());
        String bound = attach.bound().normal();
        if (partition == null || table == null || table.partitionKey().tokens().size() != 1) {
            return false;
        }
        String from = "for values from ( ";
        int to = bound.indexOf(" ) to ( ");
        if (!bound.startsWith(from) || to < 0 || bound.indexOf(',') >= 0) {
            return false;
        }
        String key = table.partitionKey().normal();
        List<String> said = new ArrayList<>();
        partition.constraints().stream()
                .filter(constraint -> constraint.valid() && constraint.is(Kind.CHECK))
                .forEach(
                        constraint -> said.addAll(constraint.spec().expression().conjuncts()));
        String upper = bound.substring(to + " ) to ( ".length(), bound.length() - " )".length());
        return said.contains(key + " > = " + bound.substring(from.length(), to))
                && said.contains(key + " < " + upper)
                && (partition.isNotNull(key) || said.contains(key + " is not null"));
    }

    private void detach(TableAction.DetachPartition detach) {
        if (detach.way() == TableAction.Detaching.CONCURRENTLY) {
            if (transaction) {
                effect.refuse("DETACH PARTITION CONCURRENTLY cannot run in a transaction");
            }
            effect.lock(name, SHARE_UPDATE_EXCLUSIVE);
            effect.lock(detach.partition(), ACCESS_EXCLUSIVE);
            return;
        }
        boolean ends = detach.way() == TableAction.Detaching.FINALIZE;
        effect.lock(name, ends ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE);
        effect.lock(detach.partition(), ACCESS_EXCLUSIVE);
        for (Relation other : world.partitions(name)) {
            if (other.isDefaultPartition() && !ends) {
                effect.lock(other.name(), ACCESS_EXCLUSIVE);
            }
        }
    }

    private void change(TableAction.Change change) {
        switch (change.kind()) {
            case STATISTICS, OPTIONS, CLUSTER_ON -> effect.lock(name, SHARE_UPDATE_EXCLUSIVE);
            case TRIGGER -> effect.lock(name, SHARE_ROW_EXCLUSIVE);
            case PERSISTENCE -> {
                effect.lock(name, ACCESS_EXCLUSIVE);
                effect.rewrite(name);
            }
            case ACCESS_METHOD -> accessMethod(change.text());
            case TABLESPACE -> {
                effect.lock(name, ACCESS_EXCLUSIVE);
                if (!change.text().equals("pg_default")) {
                    effect.rewrite(name);
                }
            }
            default -> effect.lock(name, ACCESS_EXCLUSIVE);
        }
    }

    private void accessMethod(String method) {
        effect.lock(name, ACCESS_EXCLUSIVE);
        if (version < 15) {
            effect.refuse("SET ACCESS METHOD is known from PostgreSQL 15 on");
        } else if (!method.equals("heap") && !method.equals("default")) {
            effect.rewrite(name);
        }
    }

    /** Returns a column of the table, or {@code null} where nobody knows it. */
    static @Nullable Column column(@Nullable Relation table, String column) {
        return table == null ? null : table.column(column);
    }
}
