package dev.migrate.lint.rule;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.statement.ColumnSpec;
import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.TableAction;

/** A new name does not look as names are to look. */
final class Naming implements LintRule {

    private final NamePattern pattern;

    Naming(NamePattern pattern) {
        this.pattern = pattern;
    }

    @Override
    public RuleInfo info() {
        return RuleInfo.optional("naming", "A new name does not fit the expression of migrate.lint-rules.names.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (String name : names(statement.ddl())) {
            if (!pattern.fits(name)) {
                findings.add("The name " + name + " does not fit " + pattern.expression());
            }
        }
    }

    /** Returns the names that a statement gives. */
    private static List<String> names(Ddl ddl) {
        List<String> names = new ArrayList<>();
        if (ddl instanceof Ddl.CreateTable create) {
            names.add(create.table().name());
            create.columns().forEach(column -> column(column, names));
            create.constraints().forEach(constraint -> add(constraint.name(), names));
        } else if (ddl instanceof Ddl.AlterTable alter) {
            alter.actions().forEach(action -> action(action, names));
        } else if (ddl instanceof Ddl.CreateIndex create) {
            add(create.name() == null ? null : create.name().name(), names);
        } else if (ddl instanceof Ddl.AlterIndex alter) {
            add(alter.newName(), names);
        } else if (ddl instanceof Ddl.Rename rename) {
            names.add(rename.to());
        } else {
            add(created(ddl), names);
        }
        return names.stream().distinct().toList();
    }

    private static @Nullable String created(Ddl ddl) {
        if (ddl instanceof Ddl.CreateView create) {
            return create.view().name();
        }
        if (ddl instanceof Ddl.CreateOnTable create) {
            return create.name();
        }
        if (ddl instanceof Ddl.CreateType create) {
            return create.type().name();
        }
        if (ddl instanceof Ddl.CreateDomain create) {
            return create.domain().name();
        }
        return ddl instanceof Ddl.CreateRoutine create ? create.name().name() : null;
    }

    private static void action(TableAction action, List<String> names) {
        if (action instanceof TableAction.AddColumn add) {
            column(add.column(), names);
        } else if (action instanceof TableAction.AddConstraint add) {
            add(add.constraint().name(), names);
        } else if (action instanceof TableAction.RenameTable rename) {
            names.add(rename.to());
        } else if (action instanceof TableAction.RenameColumn rename) {
            names.add(rename.to());
        } else if (action instanceof TableAction.RenameConstraint rename) {
            names.add(rename.to());
        }
    }

    private static void column(ColumnSpec column, List<String> names) {
        names.add(column.name());
        for (ConstraintSpec constraint : column.constraints()) {
            add(constraint.name(), names);
        }
    }

    private static void add(@Nullable String name, List<String> names) {
        if (name != null) {
            names.add(name);
        }
    }
}
