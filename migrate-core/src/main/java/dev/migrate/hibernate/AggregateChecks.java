package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.boot.Metadata;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.BasicValue;
import org.hibernate.tool.schema.internal.StandardTableExporter;
import org.hibernate.type.SqlTypes;

/** The conditions on what lies inside of an embeddable in one column, which Hibernate writes only when it exports a table. */
final class AggregateChecks extends StandardTableExporter {

    private static final String START = ", check (";

    AggregateChecks(Metadata metadata) {
        super(metadata.getDatabase().getDialect());
    }

    List<String> of(org.hibernate.mapping.Table table) {
        List<String> conditions = new ArrayList<>();
        if (dialect.supportsTableCheck() && dialect.getAggregateSupport().supportsComponentCheckConstraints()) {
            for (org.hibernate.mapping.Column column : table.getColumns()) {
                if (column instanceof AggregateColumn aggregate && !isArray(aggregate)) {
                    StringBuilder clause = new StringBuilder();
                    applyAggregateColumnCheck(clause, aggregate);
                    if (clause.length() > 0) {
                        conditions.add(clause.substring(START.length(), clause.length() - 1));
                    }
                }
            }
        }
        return conditions;
    }

    private static boolean isArray(AggregateColumn column) {
        BasicValue value = (BasicValue) column.getValue();
        return switch (value.getResolution().getJdbcType().getDefaultSqlTypeCode()) {
            case SqlTypes.STRUCT_ARRAY,
                    SqlTypes.STRUCT_TABLE,
                    SqlTypes.JSON_ARRAY,
                    SqlTypes.XML_ARRAY,
                    SqlTypes.ARRAY -> true;
            default -> false;
        };
    }
}
