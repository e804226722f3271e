package dev.migrate.dialect;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import dev.migrate.revision.Target;
import dev.migrate.testing.DialectContract;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

class H2DialectTests extends DialectContract {

    @Override
    protected DataSource newDatabase() {
        return TestDatabases.h2();
    }

    @Test
    void scriptMayQuoteAsH2Does() {
        script("c", "b", """
                CREATE ALIAS twice AS $$
                int twice(int a) { int b = a; return b + a; }
                $$; // one; function
                CREATE TABLE `x;y` (a int); CREATE VIEW v$a$ AS SELECT TWICE(a) AS b$a$ FROM `x;y`;
                """, "DROP VIEW v$a$; DROP TABLE `x;y`; DROP ALIAS twice;");

        migrator().upgrade(Target.heads());
        jdbc.execute("INSERT INTO `x;y` VALUES (21)");

        assertThat(jdbc.queryForObject("SELECT * FROM v$a$", Integer.class)).isEqualTo(42);
        migrator().downgrade(Target.base());
    }
}
