package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.ColumnDefinition;
import dev.migrate.operation.Existence;
import dev.migrate.operation.Writes;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SqlExpression;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

import static java.util.Objects.requireNonNullElse;

/**
 * The descriptions of tables, columns and indexes as Java source, in the words of the DSL; {@code null} where it has none for a
 * value.
 */
final class JavaDefinitions {

    private final JavaValues values;

    JavaDefinitions(JavaValues values) {
        this.values = values;
    }

    /** Returns {@code column("…", …).notNull()}. */
    @Nullable String column(Column column) {
        String rest = options(column);
        return rest == null ? null : values.method(ColumnDefinition.class, "column") + head(column) + rest;
    }

    /** Returns {@code t -> \{…\}} for a table. */
    @Nullable String table(Table table) {
        List<String> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            String rest = options(column);
            if (rest == null) {
                return null;
            }
            lines.add("t.column" + head(column) + rest + ";");
        }
        table.constraints().forEach(constraint -> lines.add("t." + constraint(table, constraint) + ";"));
        if (!table.comment().isEmpty()) {
            lines.add("t.comment(" + values.of(table.comment()) + ");");
        }
        return lambda("t", lines);
    }

    /** Returns a lambda with a block for these lines. */
    static String lambda(String parameter, List<String> lines) {
        return lines.isEmpty()
                ? parameter + " -> {}"
                : parameter + " -> {\n" + JavaSource.indented(String.join("\n", lines)) + "\n}";
    }

    /** Returns {@code fk -> fk.columns(…).references(…)}. */
    @Nullable String foreignKey(ForeignKey key, ObjectName table) {
        if (key.name() == null || key.columns().isEmpty()) {
            return null;
        }
        ObjectName target = key.target();
        boolean sibling = table.sibling(target.name()).equals(target);
        StringBuilder chain = new StringBuilder("fk -> fk.columns(" + values.list(key.columns()) + ").references(");
        chain.append(sibling ? values.of(target.name()) : values.of(target));
        key.targetColumns().forEach(name -> chain.append(", ").append(values.of(name)));
        chain.append(")");
        unless(chain, ForeignKey.Action.NO_ACTION, "onDelete", key.onDelete());
        unless(chain, ForeignKey.Action.NO_ACTION, "onUpdate", key.onUpdate());
        unless(chain, Deferral.NOT_DEFERRABLE, "deferral", key.deferral());
        chain.append(key.match() == ForeignKey.Match.SIMPLE ? "" : ".matchFull()");
        return chain.append(key.validity() == Validity.VALID ? "" : ".notValid()")
                .toString();
    }

    /** Returns {@code x -> x.element(…)}. */
    @Nullable String exclusion(Exclusion exclusion) {
        if (exclusion.name() == null) {
            return null;
        }
        StringBuilder chain = new StringBuilder();
        unless(chain, "gist", "using", exclusion.method());
        for (Exclusion.Element element : exclusion.elements()) {
            chain.append(".element(" + values.of(element.expression()) + ", " + values.of(element.operator()) + ")");
        }
        unless(chain, null, "where", exclusion.where());
        unless(chain, Deferral.NOT_DEFERRABLE, "deferral", exclusion.deferral());
        return chain.isEmpty() ? "x -> {}" : "x -> x" + chain;
    }

    /** Returns {@code i -> i.columns(…)}, or {@code i -> \{\}} for no index. */
    @Nullable String index(@Nullable Index index, Existence condition, Writes writes) {
        StringBuilder chain = new StringBuilder();
        if (index != null) {
            if (index.validity() != Validity.VALID || index.parts().isEmpty()) {
                return null;
            }
            parts(index.parts(), chain);
            chain.append(
                    switch (index.uniqueness()) {
                        case NOT_UNIQUE -> "";
                        case UNIQUE -> ".unique()";
                        case UNIQUE_NULLS_NOT_DISTINCT -> ".uniqueNullsNotDistinct()";
                    });
            unless(chain, null, "using", index.method());
            if (!index.include().isEmpty()) {
                chain.append(".include(" + values.list(index.include()) + ")");
            }
            unless(chain, null, "where", index.where());
        }
        chain.append(writes == Writes.ALLOWED ? ".concurrently()" : "");
        chain.append(condition == Existence.OPTIONAL ? ".ifNeeded()" : "");
        return chain.isEmpty() ? "i -> {}" : "i -> i" + chain;
    }

    /** Returns {@code d -> d.notNull()}. */
    @Nullable String domain(Domain domain) {
        StringBuilder chain = new StringBuilder(domain.nullable() ? "" : ".notNull()");
        unless(chain, DefaultValue.none(), "defaultValue", domain.defaultValue());
        for (Check check : domain.checks()) {
            if (check.name() == null || !isPlain(check)) {
                return null;
            }
            chain.append(".check(" + values.of(check.name()) + ", " + values.of(check.expression()) + ")");
        }
        return chain.isEmpty() ? "d -> {}" : "d -> d" + chain;
    }

    private void parts(List<Index.Part> parts, StringBuilder chain) {
        List<String> plain = new ArrayList<>();
        for (Index.Part part : parts) {
            if (part.column() == null) {
                columns(plain, chain);
                chain.append(".expression(" + values.of(part.expression()) + ")");
            } else {
                plain.add(part.column());
            }
            Index.Part usual = part.column() == null ? Index.Part.expression("x") : Index.Part.column(part.column());
            StringBuilder options = new StringBuilder(part.order() == usual.order() ? "" : ".descending()");
            unless(options, usual.nullOrder(), "nulls", part.nullOrder());
            unless(options, null, "operatorClass", part.operatorClass());
            unless(options, null, "collation", part.collation());
            if (!options.isEmpty()) {
                columns(plain, chain);
                chain.append(options);
            }
        }
        columns(plain, chain);
    }

    private void columns(List<String> names, StringBuilder chain) {
        if (!names.isEmpty()) {
            chain.append(".columns(" + values.list(names) + ")");
            names.clear();
        }
    }

    private String constraint(Table table, Constraint constraint) {
        String name = requireNonNullElse(constraint.name(), "");
        if (constraint.name() == null) {
            return "constraint(" + values.of(constraint) + ")";
        }
        if (constraint instanceof PrimaryKey key
                && key.equals(new PrimaryKey(table.name().name() + "_pkey", key.columns()))) {
            return "primaryKey(" + values.list(key.columns()) + ")";
        }
        if (constraint instanceof UniqueKey key && key.equals(UniqueKey.of(name, key.columns()))) {
            return "unique(" + values.list(joined(name, key.columns())) + ")";
        }
        if (constraint instanceof Check check && isPlain(check)) {
            return "check(" + values.list(List.of(name, check.expression())) + ")";
        }
        String key = constraint instanceof ForeignKey foreign ? foreignKey(foreign, table.name()) : null;
        return key == null
                ? "constraint(" + values.of(constraint) + ")"
                : "foreignKey(" + values.of(name) + ", " + key + ")";
    }

    private static boolean isPlain(Check check) {
        return check.equals(new Check(check.name(), check.expression(), Validity.VALID));
    }

    /** Returns a list with something before it. */
    static List<String> joined(String first, List<String> rest) {
        List<String> all = new ArrayList<>(rest);
        all.add(0, first);
        return all;
    }

    private String head(Column column) {
        return "(" + values.of(column.name()) + ", " + values.of(column.type()) + ")";
    }

    private @Nullable String options(Column column) {
        Identity identity = column.identity();
        if (identity != null && column.nullable()) {
            return null;
        }
        StringBuilder chain = new StringBuilder();
        if (identity != null) {
            boolean usual = identity.equals(Identity.of(Identity.Mode.BY_DEFAULT));
            chain.append(".identity(" + (usual ? "" : values.of(identity)) + ")");
        } else if (!column.nullable()) {
            chain.append(".notNull()");
        }
        Object given = column.defaultValue().value();
        if (given instanceof SqlExpression expression) {
            chain.append(".defaultSql(" + values.of(expression.sql()) + ")");
        } else {
            unless(chain, null, "defaultValue", given);
        }
        Generated generated = column.generated();
        if (generated != null) {
            boolean stored = generated.storage() == Generated.Storage.STORED;
            chain.append(".generated(" + values.of(stored ? generated.expression() : generated) + ")");
        }
        unless(chain, null, "collation", column.collation());
        unless(chain, "", "comment", column.comment());
        return chain.toString();
    }

    private void unless(StringBuilder chain, @Nullable Object usual, String method, @Nullable Object value) {
        if (value != null && !value.equals(usual)) {
            chain.append(".")
                    .append(method)
                    .append("(")
                    .append(values.of(value))
                    .append(")");
        }
    }
}
