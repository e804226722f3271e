package dev.migrate.autogenerate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueKey;

/** Names the constraints that a model leaves unnamed, as PostgreSQL would, and remembers which names the model gave. */
final class GivenNames {

    private static final int LONGEST = 63;

    private final Set<String> given = new HashSet<>();

    /** Returns the schema with a name for every constraint. */
    Schema complete(Schema schema) {
        List<Table> tables = schema.tables().stream().map(this::complete).toList();
        return new Schema(
                tables, schema.indexes(), schema.sequences(), schema.enums(), schema.domains(), schema.objects());
    }

    /** Tells whether the model gave a constraint of a table its name. */
    boolean isGiven(ObjectName table, Constraint constraint) {
        return given.contains(key(table, constraint.name()));
    }

    private Table complete(Table table) {
        Set<String> taken = new HashSet<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint.name() != null) {
                taken.add(constraint.name());
                given.add(key(table.name(), constraint.name()));
            }
        }
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            constraints.add(constraint.name() == null ? constraint.named(free(table, constraint, taken)) : constraint);
        }
        return new Table(table.name(), table.columns(), constraints, table.comment());
    }

    private static String free(Table table, Constraint constraint, Set<String> taken) {
        String base = base(table, constraint);
        String name = shortened(base, "");
        for (int i = 1; !taken.add(name); i++) {
            name = shortened(base, Integer.toString(i));
        }
        return name;
    }

    private static String base(Table table, Constraint constraint) {
        String name = table.name().name();
        if (constraint instanceof PrimaryKey) {
            return name + "_pkey";
        }
        if (constraint instanceof UniqueKey key) {
            return name + "_" + String.join("_", key.columns()) + "_key";
        }
        if (constraint instanceof ForeignKey key) {
            return name + "_" + String.join("_", key.columns()) + "_fkey";
        }
        if (constraint instanceof Exclusion) {
            return name + "_excl";
        }
        String column = onlyColumn(table, (Check) constraint);
        return column == null ? name + "_check" : name + "_" + column + "_check";
    }

    private static @Nullable String onlyColumn(Table table, Check check) {
        String only = null;
        for (Column column : table.columns()) {
            if (Mentions.column(column.name(), check.expression())) {
                if (only != null) {
                    return null;
                }
                only = column.name();
            }
        }
        return only;
    }

    /** Two long names that differ only behind the limit must not become one. */
    private static String shortened(String base, String suffix) {
        if (base.length() + suffix.length() <= LONGEST) {
            return base + suffix;
        }
        CRC32 crc = new CRC32();
        crc.update(base.getBytes(StandardCharsets.UTF_8));
        String end = "_" + Long.toHexString(crc.getValue()) + suffix;
        return base.substring(0, LONGEST - end.length()) + end;
    }

    private static String key(ObjectName table, @Nullable String name) {
        return table + "\0" + name;
    }
}
