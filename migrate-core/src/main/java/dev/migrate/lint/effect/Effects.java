package dev.migrate.lint.effect;

import java.util.List;

import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Ddl.Writers;
import dev.migrate.lint.statement.Recognizer;
import dev.migrate.schema.ObjectName;

import static dev.migrate.lint.effect.LockMode.ACCESS_EXCLUSIVE;
import static dev.migrate.lint.effect.LockMode.ACCESS_SHARE;
import static dev.migrate.lint.effect.LockMode.EXCLUSIVE;
import static dev.migrate.lint.effect.LockMode.ROW_EXCLUSIVE;
import static dev.migrate.lint.effect.LockMode.ROW_SHARE;
import static dev.migrate.lint.effect.LockMode.SHARE;
import static dev.migrate.lint.effect.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.migrate.lint.effect.LockMode.SHARE_UPDATE_EXCLUSIVE;

/** Tells beforehand what a statement costs; measured on PostgreSQL 14 to 18. */
public final class Effects {

    private static final int GRANT_LOCKS = 18;

    private final Situation situation;

    private final World world;

    private final EffectBuilder effect;

    private Effects(Situation situation) {
        this.situation = situation;
        this.world = situation.world();
        this.effect = new EffectBuilder(world);
    }

    /** Returns what a statement costs. */
    public static Effect of(Ddl ddl, Situation situation) {
        Effects effects = new Effects(situation);
        effects.read(ddl);
        return effects.effect.build();
    }

    private void read(Ddl ddl) {
        if (ddl instanceof Ddl.AlterTable alter) {
            AlterEffects actions = new AlterEffects(alter.table(), situation, effect);
            alter.actions().forEach(actions::read);
        } else if (ddl instanceof Ddl.CreateTable create) {
            create(create);
        } else if (ddl instanceof Ddl.CreateIndex index) {
            index(index);
        } else if (ddl instanceof Ddl.Drop drop) {
            drop(drop);
        } else if (ddl instanceof Ddl.Reindex reindex) {
            reindex(reindex);
        } else if (ddl instanceof Ddl.CreateView view) {
            effect.lock(view.view(), ACCESS_EXCLUSIVE);
            read(Recognizer.tablesIn(view.query()));
        } else if (ddl instanceof Ddl.RefreshView refresh) {
            refresh(refresh);
        } else if (ddl instanceof Ddl.Maintenance maintenance) {
            maintain(maintenance);
        } else {
            readOther(ddl);
        }
    }

    private void readOther(Ddl ddl) {
        if (ddl instanceof Ddl.CreateOnTable on) {
            effect.lock(
                    on.table(),
                    switch (on.kind()) {
                        case TRIGGER -> SHARE_ROW_EXCLUSIVE;
                        case STATISTICS -> SHARE_UPDATE_EXCLUSIVE;
                        default -> ACCESS_EXCLUSIVE;
                    });
        } else if (ddl instanceof Ddl.Comment comment && comment.table() != null) {
            effect.lock(comment.table(), SHARE_UPDATE_EXCLUSIVE);
        } else if (ddl instanceof Ddl.Grant grant && situation.version() >= GRANT_LOCKS) {
            grant.tables().forEach(table -> effect.lock(table, ACCESS_SHARE));
        } else if (ddl instanceof Ddl.CreatePublication publication) {
            publication.tables().forEach(table -> effect.lock(table, SHARE_UPDATE_EXCLUSIVE));
        } else if (ddl instanceof Ddl.AlterDomain domain) {
            domain(domain);
        } else if (ddl instanceof Ddl.Rename rename
                && (rename.kind() == Ddl.Kind.VIEW || rename.kind() == Ddl.Kind.MATERIALIZED_VIEW)) {
            effect.lock(rename.name(), ACCESS_EXCLUSIVE);
        } else if (ddl instanceof Ddl.Rows rows) {
            rows(rows);
        }
    }

    private void create(Ddl.CreateTable create) {
        effect.lock(create.table(), ACCESS_EXCLUSIVE);
        for (ConstraintSpec constraint : create.constraints()) {
            ConstraintSpec.Reference reference = constraint.reference();
            if (reference != null) {
                effect.lock(reference.table(), SHARE_ROW_EXCLUSIVE);
            }
            boolean key = constraint.kind() == ConstraintSpec.Kind.PRIMARY_KEY
                    || constraint.kind() == ConstraintSpec.Kind.UNIQUE
                    || constraint.kind() == ConstraintSpec.Kind.EXCLUDE;
            if (key) {
                effect.scan(create.table());
            }
        }
        Ddl.Partition partition = create.partition();
        if (partition != null) {
            effect.lock(partition.parent(), ACCESS_EXCLUSIVE);
            lockDefault(partition.parent(), true);
        }
        read(Recognizer.tablesIn(create.query()));
    }

    private void lockDefault(ObjectName parent, boolean scanned) {
        for (Relation partition : world.partitions(parent)) {
            if (partition.isDefaultPartition()) {
                effect.lock(partition.name(), ACCESS_EXCLUSIVE);
                if (scanned) {
                    effect.scan(partition.name());
                }
            }
        }
    }

    private void index(Ddl.CreateIndex index) {
        boolean beside = index.traits().writers() == Writers.GO_ON;
        if (beside && situation.transaction()) {
            effect.refuse("CREATE INDEX CONCURRENTLY cannot run in a transaction");
            return;
        }
        LockMode mode = beside ? SHARE_UPDATE_EXCLUSIVE : SHARE;
        effect.lock(index.table(), mode);
        Relation table = world.relation(index.table());
        boolean partitioned = table != null && table.isPartitioned();
        if (!partitioned) {
            effect.scan(index.table());
        } else if (!index.traits().only()) {
            for (Relation partition : world.partitions(index.table())) {
                effect.lock(partition.name(), mode);
                effect.scan(partition.name());
            }
        }
    }

    private void drop(Ddl.Drop drop) {
        if (drop.kind() == Ddl.Kind.INDEX) {
            boolean beside = drop.traits().writers() == Writers.GO_ON;
            if (beside && situation.transaction()) {
                effect.refuse("DROP INDEX CONCURRENTLY cannot run in a transaction");
                return;
            }
            for (ObjectName index : drop.names()) {
                Relation table = world.ofIndex(index.name());
                if (table != null) {
                    effect.lock(table.name(), beside ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE);
                }
            }
            return;
        }
        ObjectName on = drop.traits().on();
        if (on != null) {
            effect.lock(on, ACCESS_EXCLUSIVE);
        }
        switch (drop.kind()) {
            case TABLE -> drop.names().forEach(this::dropTable);
            case VIEW, MATERIALIZED_VIEW -> drop.names().forEach(view -> effect.lock(view, ACCESS_EXCLUSIVE));
            default -> {}
        }
    }

    private void dropTable(ObjectName name) {
        effect.lock(name, ACCESS_EXCLUSIVE);
        world.referencing(name, null).forEach(other -> effect.lock(other.name(), ACCESS_EXCLUSIVE));
        Relation table = world.relation(name);
        if (table == null) {
            return;
        }
        for (Relation.Constraint constraint : table.constraints()) {
            ConstraintSpec.Reference reference = constraint.spec().reference();
            if (reference != null) {
                effect.lock(reference.table(), ACCESS_EXCLUSIVE);
            }
        }
        ObjectName parent = table.parent();
        if (parent != null) {
            effect.lock(parent, ACCESS_EXCLUSIVE);
            lockDefault(parent, false);
        }
        world.partitions(name).forEach(partition -> effect.lock(partition.name(), ACCESS_EXCLUSIVE));
    }

    private void reindex(Ddl.Reindex reindex) {
        boolean whole = reindex.kind().equals("SCHEMA")
                || reindex.kind().equals("DATABASE")
                || reindex.kind().equals("SYSTEM");
        boolean beside = reindex.writers() == Writers.GO_ON;
        if ((beside || whole) && situation.transaction()) {
            effect.refuse("REINDEX " + (beside ? "CONCURRENTLY" : reindex.kind()) + " cannot run in a transaction");
            return;
        }
        ObjectName name = reindex.name();
        if (name == null) {
            return;
        }
        boolean one = reindex.kind().equals("INDEX");
        Relation table = one ? world.ofIndex(name.name()) : world.relation(name);
        ObjectName locked = table == null ? name : table.name();
        if (one && table == null) {
            return;
        }
        effect.lock(locked, beside ? SHARE_UPDATE_EXCLUSIVE : SHARE);
        effect.scan(locked);
        if (one) {
            effect.rewriteIndex(name);
        } else if (table != null) {
            table.indexes().forEach(index -> effect.rewriteIndex(locked.sibling(index.name())));
        }
    }

    private void refresh(Ddl.RefreshView refresh) {
        boolean beside = refresh.writers() == Writers.GO_ON;
        effect.lock(refresh.view(), beside ? EXCLUSIVE : ACCESS_EXCLUSIVE);
        Relation view = world.relation(refresh.view());
        if (beside) {
            effect.scan(refresh.view());
        } else {
            effect.rewrite(refresh.view());
        }
        if (view != null) {
            for (ObjectName table : view.reads()) {
                effect.lock(table, ACCESS_SHARE);
                effect.scan(table);
            }
        }
    }

    private void maintain(Ddl.Maintenance maintenance) {
        boolean vacuum = maintenance.work() == Ddl.Work.VACUUM || maintenance.work() == Ddl.Work.VACUUM_FULL;
        if (vacuum && situation.transaction()) {
            effect.refuse("VACUUM cannot run in a transaction");
            return;
        }
        for (ObjectName table : maintenance.tables()) {
            switch (maintenance.work()) {
                case ANALYZE, VACUUM -> effect.lock(table, SHARE_UPDATE_EXCLUSIVE);
                case LOCK -> effect.lock(table, lockMode(maintenance.options()));
                case TRUNCATE, CLUSTER, VACUUM_FULL -> {
                    effect.lock(table, ACCESS_EXCLUSIVE);
                    effect.rewrite(table);
                }
            }
            if (maintenance.work() == Ddl.Work.TRUNCATE && maintenance.has("CASCADE")) {
                world.referencing(table, null).forEach(other -> {
                    effect.lock(other.name(), ACCESS_EXCLUSIVE);
                    effect.rewrite(other.name());
                });
            }
        }
    }

    private static LockMode lockMode(String words) {
        for (LockMode mode : LockMode.values()) {
            if (mode.sql().equals(words)) {
                return mode;
            }
        }
        return ACCESS_EXCLUSIVE;
    }

    /** A check of a domain is made for every table that uses it; one that is not valid yet for none. */
    private void domain(Ddl.AlterDomain alter) {
        String rest = alter.rest().normal();
        boolean checks = (alter.action().equals("ADD") && !rest.endsWith("not valid"))
                || alter.action().equals("SET NOT NULL")
                || alter.action().equals("VALIDATE CONSTRAINT");
        if (!checks) {
            return;
        }
        for (Relation table : world.relations()) {
            boolean uses = table.columns().stream()
                    .anyMatch(
                            column -> column.type().name().equals(alter.domain().name()));
            if (uses) {
                effect.lock(table.name(), alter.action().startsWith("VALIDATE") ? SHARE_UPDATE_EXCLUSIVE : SHARE);
                effect.scan(table.name());
            }
        }
    }

    private void rows(Ddl.Rows rows) {
        read(rows.reads());
        ObjectName table = rows.table();
        if (table == null) {
            return;
        }
        effect.lock(table, ROW_EXCLUSIVE);
        if (!rows.verb().equals("INSERT")) {
            effect.scan(table);
            return;
        }
        Relation known = world.relation(table);
        if (known != null) {
            for (Relation.Constraint constraint : known.constraints()) {
                ConstraintSpec.Reference reference = constraint.spec().reference();
                if (reference != null) {
                    effect.lock(reference.table(), ROW_SHARE);
                }
            }
        }
    }

    private void read(List<ObjectName> tables) {
        tables.forEach(table -> effect.lock(table, ACCESS_SHARE));
    }
}
