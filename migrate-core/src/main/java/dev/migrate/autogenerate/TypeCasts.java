package dev.migrate.autogenerate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.SetColumnType;
import dev.migrate.operation.SqlSyntax;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.Types;

/** What a change of type does to the values that are there. */
final class TypeCasts {

    private static final Set<Kind> TEXTS = EnumSet.of(Kind.CHAR, Kind.VARCHAR, Kind.TEXT);

    /** Each holds every value of those before it. */
    private static final List<Kind> NUMBERS = List.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.NUMERIC);

    private TypeCasts() {}

    /** Returns an expression for the values of the new type, or {@code null} where every database casts them by itself. */
    static @Nullable String using(String column, ColumnType from, ColumnType to, SqlSyntax syntax) {
        boolean byItself = (from.kind() == to.kind() && from.dimensions() == to.dimensions() && from.name() == null)
                || (TEXTS.contains(to.kind()) && to.dimensions() == 0)
                || (NUMBERS.contains(from.kind()) && NUMBERS.contains(to.kind()));
        if (byItself) {
            return null;
        }
        String value = syntax.quote(column);
        boolean throughText = from.kind() == Kind.DEFINED || to.kind() == Kind.DEFINED || to.kind() == Kind.NAMED;
        String source = throughText ? "CAST(" + value + " AS " + syntax.type(Types.text()) + ")" : value;
        return "CAST(" + source + " AS " + syntax.type(to) + ")";
    }

    /** Tells whether values may be cut off or refused. */
    static boolean mayLose(SetColumnType change) {
        if (change.from() == null) {
            return true;
        }
        ColumnType from = change.from().type();
        ColumnType to = change.to().type();
        if (from.kind() == to.kind() || (TEXTS.contains(from.kind()) && TEXTS.contains(to.kind()))) {
            return to.kind() != Kind.TEXT && !to.arguments().isEmpty() && narrower(from, to);
        }
        int before = NUMBERS.indexOf(from.kind());
        int after = NUMBERS.indexOf(to.kind());
        return !TEXTS.contains(to.kind()) && (before < 0 || after < before);
    }

    private static boolean narrower(ColumnType from, ColumnType to) {
        if (from.arguments().isEmpty()) {
            return true;
        }
        for (int i = 0; i < to.arguments().size(); i++) {
            if (i >= from.arguments().size()
                    || to.arguments().get(i) < from.arguments().get(i)) {
                return true;
            }
        }
        return false;
    }
}
