package dev.migrate.lint.rule;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.lint.effect.Relation;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Sql;
import dev.migrate.schema.ObjectName;

/** What is different about a table with partitions. */
final class Partitioned {

    private Partitioned() {}

    static boolean isPartitioned(LintedStatement statement, ObjectName table) {
        Relation known = statement.relation(table);
        return known != null && known.isPartitioned();
    }

    /** Returns how an index is made partition by partition. */
    static List<String> index(LintedStatement statement, Ddl.CreateIndex index) {
        ObjectName name = index.name();
        String parent = name == null ? index.table().name() + "_idx" : name.name();
        String columns = index.columns().isEmpty() ? "…" : String.join(", ", quoted(index.columns()));
        String unique = index.traits().unique() ? "UNIQUE " : "";
        List<String> rewrite = new ArrayList<>();
        rewrite.add("CREATE " + unique + "INDEX " + Sql.quote(parent) + " ON ONLY " + Sql.quote(index.table()) + " ("
                + columns + ")");
        rewrite.add("-- for each partition, the first of the two in a revision of its own");
        List<Relation> partitions = statement.world().partitions(index.table());
        String one = partitions.isEmpty()
                ? index.table().name() + "_1"
                : partitions.get(0).name().name();
        rewrite.add("CREATE " + unique + "INDEX CONCURRENTLY " + Sql.quote(one + "_" + parent) + " ON "
                + Sql.quote(index.table().sibling(one)) + " (" + columns + ")");
        rewrite.add("ALTER INDEX " + Sql.quote(parent) + " ATTACH PARTITION " + Sql.quote(one + "_" + parent));
        return rewrite;
    }

    private static List<String> quoted(List<String> columns) {
        return columns.stream().map(Sql::quote).toList();
    }
}
