package dev.migrate;

import java.util.function.Supplier;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;

/** What is known of a database without a connection: the dialect of the last one, or what its URL tells. */
final class AssumedDialect {

    private final Dialects dialects;

    private final Supplier<@Nullable String> url;

    private final DataSource dataSource;

    private volatile @Nullable Dialect seen;

    AssumedDialect(Dialects dialects, Supplier<@Nullable String> url, DataSource dataSource) {
        this.dialects = dialects;
        this.url = url;
        this.dataSource = dataSource;
    }

    /** Takes in that of a connection. */
    void saw(Dialect dialect) {
        seen = dialect;
    }

    Dialect get() {
        Dialect last = seen;
        if (last != null) {
            return last;
        }
        String known = url.get();
        if (known == null && dataSource instanceof AbstractDriverBasedDataSource simple) {
            known = simple.getUrl();
        }
        Dialect dialect = known == null ? null : dialects.ofUrl(known);
        return dialect == null ? dialects.first() : dialect;
    }
}
