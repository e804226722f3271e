package dev.migrate.schema;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypeTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar(255)|varchar(255)",
                "character varying(255)|varchar(255)",
                "VARCHAR|varchar",
                "int4|integer",
                "float(53)|double",
                "float(24)|real",
                "double precision|double",
                "numeric(38, 2)|numeric(38, 2)",
                "decimal(10)|numeric(10, 0)",
                "char|char(1)",
                "timestamp(6) with time zone|timestamp with zone(6)",
                "timestamptz|timestamp with zone",
                "timestamp without time zone|timestamp",
                "time(3)|time(3)",
                "jsonb|json",
                "json|json",
                "oid|oid",
                "vector(3)|vector(3)",
                "integer[]|integer[]",
                "integer array|integer[]",
                "text[][]|text[][]",
                "enum ('A','B')|enum ('A','B')",
            })
    void spellingsOfOneTypeAreOneType(String text, String type) {
        assertThat(TypeText.parse(text).toString()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"json,NAMED", "jsonb,JSON", "tsvector,NAMED", "bytea,BINARY", "timetz,TIME_WITH_ZONE"})
    void whatNoKindStandsForKeepsItsName(String text, ColumnType.Kind kind) {
        assertThat(TypeText.parse(text).kind()).isEqualTo(kind);
    }
}
