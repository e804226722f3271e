package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;

/** The dialects to choose from: an application's own first, then the built-in ones. */
public final class Dialects {

    private static final String JDBC = "jdbc:";

    private static final String MARIADB = "MariaDB";

    /** Drivers around others put a word before theirs, hardly ever two. */
    private static final int WRAPPERS = 3;

    private static final int BUILT_IN = 4;

    private final List<Dialect> own;

    /**
     * Creates a choice.
     *
     * @param own dialects that come before the built-in ones, often none
     */
    public Dialects(List<Dialect> own) {
        this.own = List.copyOf(own);
    }

    /** Returns the dialects that this library brings, in the order in which they are asked. */
    public static List<Dialect> builtIn() {
        return IntStream.range(0, BUILT_IN).mapToObj(Dialects::builtIn).toList();
    }

    /** Creates one at a time: of those behind the one that is wanted, not a class is loaded. */
    private static Dialect builtIn(int place) {
        return switch (place) {
            case 0 -> new PostgresDialect();
            case 1 -> new SqliteDialect();
            case 2 -> new H2Dialect();
            default -> new MariaDbDialect();
        };
    }

    /**
     * Returns the dialect of the database that a URL leads to, whatever its version, without connecting.
     *
     * @param url a JDBC URL, also one of a driver around another such as {@code jdbc:otel:postgresql:…}
     * @return it, or {@code null} if no dialect knows the URL
     */
    public @Nullable Dialect ofUrl(String url) {
        String rest = url;
        for (int i = 0; i < WRAPPERS && rest.startsWith(JDBC); i++) {
            for (int place = 0; place < count(); place++) {
                Dialect dialect = dialect(place);
                if (dialect.recognizesUrl(rest)) {
                    return dialect;
                }
            }
            rest = JDBC + rest.substring(rest.indexOf(':', JDBC.length()) + 1);
        }
        return null;
    }

    /** Returns the dialect that is taken where no database is known: the first of an application's own, or PostgreSQL's. */
    public Dialect first() {
        return dialect(0);
    }

    /**
     * Returns the dialect of the database at the other end, in its version.
     *
     * @throws MigrateException if no dialect knows the product
     */
    public Dialect of(Connection connection) throws SQLException {
        DatabaseProduct product = DatabaseProduct.of(connection);
        String name = name(product);
        for (int place = 0; place < count(); place++) {
            Dialect dialect = dialect(place);
            if (dialect.recognizes(name)) {
                return dialect.ofVersion(product.major(), product.minor());
            }
        }
        String known = IntStream.range(0, count())
                .mapToObj(place -> dialect(place).name())
                .distinct()
                .collect(Collectors.joining(", "));
        throw new MigrateException(
                "No dialect for the database " + name,
                "Supported: " + known + ". Point spring.datasource.url or migrate.url to one of these, set"
                        + " migrate.enabled=false where there is none, or declare a Dialect bean.");
    }

    private int count() {
        return own.size() + BUILT_IN;
    }

    private Dialect dialect(int place) {
        return place < own.size() ? own.get(place) : builtIn(place - own.size());
    }

    /** MySQL's driver calls every server MySQL; MariaDB says in its version what it is. */
    private static String name(DatabaseProduct product) {
        return product.name().equals("MySQL") && product.version().contains(MARIADB) ? MARIADB : product.name();
    }
}
