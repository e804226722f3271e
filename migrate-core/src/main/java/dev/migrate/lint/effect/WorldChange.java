package dev.migrate.lint.effect;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.effect.Relation.Column;
import dev.migrate.lint.effect.Relation.Constraint;
import dev.migrate.lint.effect.Relation.IndexOn;
import dev.migrate.lint.statement.ColumnSpec;
import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Recognizer;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** Does to a {@link World} what statements do to a database. */
final class WorldChange {

    private final World world;

    WorldChange(World world) {
        this.world = world;
    }

    void apply(Ddl ddl) {
        if (ddl instanceof Ddl.CreateTable create) {
            create(create);
        } else if (ddl instanceof Ddl.AlterTable alter) {
            alter.actions().forEach(action -> alter(alter.table(), action));
        } else if (ddl instanceof Ddl.CreateIndex index) {
            index(index);
        } else if (ddl instanceof Ddl.Drop drop) {
            drop.names().forEach(name -> drop(drop.kind(), name));
        } else if (ddl instanceof Ddl.AlterIndex index && index.newName() != null) {
            Relation table = world.ofIndex(index.index().name());
            if (table != null && index.action().equals("RENAME")) {
                table.renameIndex(index.index().name(), index.newName());
            }
        } else if (ddl instanceof Ddl.CreateView view) {
            view(view);
        } else {
            applyOther(ddl);
        }
    }

    private void applyOther(Ddl ddl) {
        if (ddl instanceof Ddl.CreateDomain domain) {
            world.putDomain(domain.domain().name(), new World.Domain(domain.base(), domain.constrained()));
        } else if (ddl instanceof Ddl.AlterDomain domain) {
            World.Domain known = world.domain(domain.domain().name());
            boolean constrains =
                    domain.action().equals("ADD") || domain.action().equals("SET NOT NULL");
            if (known != null && constrains) {
                world.putDomain(domain.domain().name(), new World.Domain(known.base(), true));
            }
        } else if (ddl instanceof Ddl.CreateType type && type.isEnum()) {
            world.putEnum(type.type().name());
        } else if (ddl instanceof Ddl.SetVariable variable && variable.name().equals("timezone")) {
            world.timeZone(variable.value());
        } else if (ddl instanceof Ddl.Rename rename) {
            Relation relation = world.relation(rename.name());
            if (relation != null) {
                world.rename(relation, rename.name().sibling(rename.to()));
            }
        }
    }

    private void create(Ddl.CreateTable create) {
        if (create.existing() == Ddl.Existing.SKIPS && world.relation(create.table()) != null) {
            return;
        }
        Relation table = new Relation(create.table(), Relation.Kind.TABLE);
        table.partitionBy(create.partitionKey());
        Ddl.Partition partition = create.partition();
        if (partition != null) {
            table.attachTo(partition.parent(), partition.isDefault());
            Relation parent = world.relation(partition.parent());
            if (parent != null) {
                parent.columns().forEach(table::put);
            }
        }
        create.columns().forEach(column -> table.put(column(column)));
        world.put(table);
        create.constraints().forEach(constraint -> add(table, constraint));
    }

    private static Column column(ColumnSpec spec) {
        boolean notNull = spec.notNull() || spec.type().isSerial();
        return new Column(spec.name(), spec.type(), notNull, spec.source());
    }

    private void add(Relation table, ConstraintSpec spec) {
        ConstraintSpec.Kind kind = spec.kind();
        List<String> columns = spec.columns();
        String promoted = spec.index();
        if (promoted != null) {
            IndexOn index = table.indexes().stream()
                    .filter(one -> one.name().equals(promoted))
                    .findFirst()
                    .orElse(null);
            columns = index == null ? columns : index.columns();
            if (spec.name() != null) {
                table.renameIndex(promoted, spec.name());
            }
        }
        ConstraintSpec.Reference reference = resolved(spec.reference());
        ConstraintSpec known =
                new ConstraintSpec(spec.name(), kind, columns, reference, spec.expression(), promoted, spec.validity());
        String name = promoted != null && spec.name() == null ? promoted : known.nameOn(table.name());
        table.put(new Constraint(name, known, spec.validity() == ConstraintSpec.Validity.VALID));
        boolean key = kind == ConstraintSpec.Kind.UNIQUE || kind == ConstraintSpec.Kind.PRIMARY_KEY;
        if (key || kind == ConstraintSpec.Kind.EXCLUDE) {
            table.put(new IndexOn(name, columns, key, true));
        }
        if (kind == ConstraintSpec.Kind.PRIMARY_KEY || kind == ConstraintSpec.Kind.NOT_NULL) {
            columns.forEach(column -> notNull(table, column, true));
        }
    }

    /** A foreign key without columns points to the primary key. */
    private ConstraintSpec.@Nullable Reference resolved(ConstraintSpec.@Nullable Reference reference) {
        if (reference == null || !reference.columns().isEmpty()) {
            return reference;
        }
        Relation other = world.relation(reference.table());
        if (other != null) {
            for (Constraint constraint : other.constraints()) {
                if (constraint.is(ConstraintSpec.Kind.PRIMARY_KEY)) {
                    return new ConstraintSpec.Reference(
                            reference.table(), constraint.spec().columns());
                }
            }
        }
        return reference;
    }

    private static void notNull(Relation table, String column, boolean value) {
        Column known = table.column(column);
        if (known != null) {
            table.put(known.with(value));
        }
    }

    private void index(Ddl.CreateIndex index) {
        Relation table = world.relation(index.table());
        if (table == null) {
            return;
        }
        ObjectName name = index.name();
        String own =
                name == null ? index.table().name() + "_" + String.join("_", index.columns()) + "_idx" : name.name();
        boolean plain = !index.traits().partial() && index.columns().size() == index.width();
        table.put(new IndexOn(own, index.columns(), index.traits().unique(), plain));
    }

    private void drop(Ddl.Kind kind, ObjectName name) {
        switch (kind) {
            case TABLE, VIEW, MATERIALIZED_VIEW -> {
                world.remove(name);
                dropReferences(name);
            }
            case INDEX -> {
                Relation table = world.ofIndex(name.name());
                if (table != null) {
                    table.dropIndex(name.name());
                }
            }
            default -> {}
        }
    }

    private void dropReferences(ObjectName table) {
        for (Relation other : world.referencing(table, null)) {
            for (Constraint constraint : other.constraints()) {
                ConstraintSpec.Reference reference = constraint.spec().reference();
                if (reference != null && World.key(reference.table()).equals(World.key(table))) {
                    other.dropConstraint(constraint.name());
                }
            }
        }
    }

    private void view(Ddl.CreateView create) {
        Relation.Kind kind = create.kind() == Ddl.Kind.VIEW ? Relation.Kind.VIEW : Relation.Kind.MATERIALIZED_VIEW;
        Relation view = new Relation(create.view(), kind);
        view.readFrom(Recognizer.tablesIn(create.query()));
        world.put(view);
    }

    private void alter(ObjectName name, TableAction action) {
        if (action instanceof TableAction.AttachPartition attach) {
            Relation partition = world.relation(attach.partition());
            if (partition != null) {
                partition.attachTo(name, new Ddl.Partition(name, attach.bound()).isDefault());
            }
            return;
        }
        if (action instanceof TableAction.DetachPartition detach) {
            Relation partition = world.relation(detach.partition());
            if (partition != null) {
                partition.attachTo(null, false);
            }
            return;
        }
        Relation table = world.relation(name);
        if (table == null && (action instanceof TableAction.AddColumn || action instanceof TableAction.AddConstraint)) {
            table = new Relation(name, Relation.Kind.TABLE);
            world.put(table);
        }
        if (table != null) {
            alter(table, action);
        }
    }

    private void alter(Relation table, TableAction action) {
        if (action instanceof TableAction.AddColumn add) {
            table.put(column(add.column()));
            add.column().constraints().forEach(constraint -> add(table, constraint));
        } else if (action instanceof TableAction.DropColumn drop) {
            table.dropColumn(drop.column());
        } else if (action instanceof TableAction.SetType type) {
            Column known = table.column(type.column());
            table.put(
                    known == null
                            ? new Column(type.column(), type.type(), false, ColumnSpec.Source.PLAIN)
                            : known.with(type.type()));
        } else if (action instanceof TableAction.SetNotNull notNull) {
            notNull(table, notNull.column(), true);
        } else if (action instanceof TableAction.DropNotNull notNull) {
            notNull(table, notNull.column(), false);
        } else if (action instanceof TableAction.AddConstraint add) {
            add(table, add.constraint());
        } else if (action instanceof TableAction.DropConstraint drop) {
            table.dropConstraint(drop.name());
        } else if (action instanceof TableAction.ValidateConstraint validate) {
            Constraint known = table.constraint(validate.name());
            if (known != null) {
                table.put(new Constraint(known.name(), known.spec(), true));
            }
        } else {
            rename(table, action);
        }
    }

    private void rename(Relation table, TableAction action) {
        if (action instanceof TableAction.RenameTable rename) {
            world.rename(table, table.name().sibling(rename.to()));
        } else if (action instanceof TableAction.SetSchema move) {
            world.rename(table, new ObjectName(move.schema(), table.name().name()));
        } else if (action instanceof TableAction.RenameColumn rename) {
            table.renameColumn(rename.column(), rename.to());
        } else if (action instanceof TableAction.RenameConstraint rename) {
            table.renameConstraint(rename.name(), rename.to());
        }
    }
}
