package dev.migrate.script;

import java.util.List;

import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SqlSyntax;

/** Stands for the reverse of an upgrade while a downgrade is being recorded; no section ever holds it. */
record DerivedDowngrade() implements CustomOperation {

    @Override
    public String describe() {
        return "reverse the upgrade";
    }

    @Override
    public List<Operation> reverse() {
        return List.of();
    }

    @Override
    public List<String> toSql(SqlSyntax syntax) {
        return List.of();
    }
}
