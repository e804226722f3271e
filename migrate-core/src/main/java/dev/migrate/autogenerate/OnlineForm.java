package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddUniqueKeyUsingIndex;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Existence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetColumnNullability;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.operation.Writes;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

/**
 * Parts a proposal into revisions that a running application survives: what is added comes first, indexes are built alone,
 * constraints are added without a look at the rows and validated later, and what is dropped comes last.
 */
final class OnlineForm {

    private final Proposal proposal;

    private final Set<ObjectName> created = new HashSet<>();

    private final Set<String> added = new HashSet<>();

    private final Set<ObjectName> referenced = new HashSet<>();

    private final List<Operation> expand = new ArrayList<>();

    private final List<Operation> indexes = new ArrayList<>();

    private final List<Operation> validate = new ArrayList<>();

    private final List<Operation> finish = new ArrayList<>();

    private final List<Operation> contract = new ArrayList<>();

    private OnlineForm(Proposal proposal) {
        this.proposal = proposal;
    }

    /** Returns the parts in the order in which they run; one alone where nothing has to be parted. */
    static List<OnlineStep> of(Proposal proposal) {
        OnlineForm form = new OnlineForm(proposal);
        List<Operation> flat = new ArrayList<>();
        for (Operation operation : proposal.operations()) {
            if (operation instanceof AlterTable alter) {
                flat.addAll(alter.changes());
            } else {
                flat.add(operation);
            }
        }
        flat.forEach(form::look);
        flat.forEach(form::part);
        return form.steps();
    }

    private void look(Operation operation) {
        if (operation instanceof CreateTable create) {
            created.add(create.table().name());
            create.table().constraints().forEach(this::look);
        } else if (operation instanceof AddConstraint add) {
            added.add(key(add.table(), String.valueOf(add.constraint().name())));
            look(add.constraint());
        } else if (operation instanceof AddColumn add) {
            added.add(key(add.table(), add.column().name()));
        } else if (operation instanceof CreateIndex create) {
            added.add(key(create.index().table(), create.index().name()));
        }
    }

    private void look(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            referenced.add(key.target());
        }
    }

    private static String key(ObjectName table, String name) {
        return table + "\n" + name;
    }

    private void part(Operation operation) {
        if (operation instanceof CreateIndex create
                && !created.contains(create.index().table())) {
            indexes.add(new CreateIndex(create.index(), create.condition(), Writes.ALLOWED));
        } else if (operation instanceof AddConstraint add && !created.contains(add.table())) {
            constraint(add);
        } else if (operation instanceof SetColumnNullability set && !set.nullable()) {
            notNull(set);
        } else if (isContraction(operation)) {
            contract.add(operation);
        } else {
            expand.add(operation);
        }
    }

    /** What is made again under the same name must be gone before. */
    private boolean isContraction(Operation operation) {
        if (operation instanceof DropColumn drop) {
            return !added.contains(key(drop.table(), drop.column()));
        }
        if (operation instanceof DropConstraint drop) {
            return !added.contains(key(drop.table(), drop.name()));
        }
        if (operation instanceof DropIndex drop) {
            return !added.contains(key(drop.table(), drop.name()));
        }
        return operation instanceof DropTable || (Proposal.isDestructive(operation) && !contract.isEmpty());
    }

    private void constraint(AddConstraint add) {
        Constraint later = notValid(add.constraint());
        if (later != null) {
            expand.add(new AddConstraint(add.table(), later));
            validate.add(new ValidateConstraint(add.table(), String.valueOf(later.name())));
        } else if (add.constraint() instanceof UniqueKey key && isPlain(key) && !referenced.contains(add.table())) {
            String name = String.valueOf(key.name());
            Index plain = Index.of(name, add.table(), key.columns());
            Index unique =
                    new Index(name, add.table(), plain.parts(), Index.Uniqueness.UNIQUE, null, key.include(), null);
            indexes.add(new CreateIndex(unique, Existence.REQUIRED, Writes.ALLOWED));
            finish.add(new AddUniqueKeyUsingIndex(add.table(), name, name, unique));
        } else {
            expand.add(add);
        }
    }

    private static boolean isPlain(UniqueKey key) {
        return key.name() != null
                && key.deferral() == Deferral.NOT_DEFERRABLE
                && key.empties() == UniqueKey.Nulls.DISTINCT;
    }

    private static @Nullable Constraint notValid(Constraint constraint) {
        if (constraint.name() == null) {
            return null;
        }
        if (constraint instanceof Check check && check.validity() == Validity.VALID) {
            return new Check(check.name(), check.expression(), Validity.NOT_VALID, check.inheritance());
        }
        if (constraint instanceof ForeignKey key && key.validity() == Validity.VALID) {
            return new ForeignKey(
                    key.name(),
                    key.columns(),
                    key.target(),
                    key.targetColumns(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.deferral(),
                    Validity.NOT_VALID,
                    key.match());
        }
        return null;
    }

    /** A valid check proves what SET NOT NULL would otherwise read the table for, on every version. */
    private void notNull(SetColumnNullability set) {
        if (created.contains(set.table())) {
            expand.add(set);
            return;
        }
        String name = set.table().name() + "_" + set.column() + "_set";
        String column = '"' + set.column().replace("\"", "\"\"") + '"';
        Check check = new Check(name, column + " IS NOT NULL", Validity.NOT_VALID);
        expand.add(new AddConstraint(set.table(), check));
        validate.add(new ValidateConstraint(set.table(), name));
        finish.add(set);
        finish.add(new DropConstraint(set.table(), name, check, Existence.REQUIRED));
    }

    private List<OnlineStep> steps() {
        List<OnlineStep> steps = new ArrayList<>();
        add(steps, "expand", OnlineStep.Kind.EXPAND, expand);
        indexes.forEach(index -> add(steps, index.describe(), OnlineStep.Kind.INDEX, List.of(index)));
        add(steps, "validate", OnlineStep.Kind.VALIDATE, validate);
        add(steps, "finish", OnlineStep.Kind.FINISH, finish);
        add(steps, "contract", OnlineStep.Kind.CONTRACT, contract);
        return steps;
    }

    private void add(List<OnlineStep> steps, String title, OnlineStep.Kind kind, List<Operation> operations) {
        if (!operations.isEmpty()) {
            List<String> notes = steps.isEmpty() ? proposal.notes() : List.of();
            steps.add(new OnlineStep(title, kind, new Proposal(operations, notes, List.of())));
        }
    }
}
