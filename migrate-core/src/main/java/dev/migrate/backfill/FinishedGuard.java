package dev.migrate.backfill;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;

/** Asks inside a printed script what {@link BackfillControl#unfinished} asks before a run. */
public final class FinishedGuard {

    private static final String STATEMENT = """
            DO $migrate$ DECLARE found text; BEGIN
            IF to_regclass(%1$s) IS NOT NULL THEN
                found := (SELECT state FROM %2$s WHERE name = %3$s);
            END IF;
            %4$sIF found IS DISTINCT FROM 'FINISHED' THEN
                RAISE EXCEPTION USING MESSAGE = %5$s || coalesce('is ' || found, 'was never begun'), HINT = %6$s;
            END IF;
            END $migrate$""";

    /** A table that has no rows needs no backfill. */
    private static final String EMPTY = """
            IF found IS NULL AND to_regclass(%1$s) IS NOT NULL THEN
                IF NOT EXISTS (SELECT 1 FROM %2$s) THEN found := 'FINISHED'; END IF;
            END IF;
            """;

    private FinishedGuard() {}

    /**
     * Returns a statement that fails unless a backfill has finished.
     *
     * @param schema where the books are
     * @param definition {@code null} if this build has none of the name
     */
    public static String of(Dialect dialect, String schema, String name, @Nullable BackfillDefinition definition) {
        BackfillBooks.checkSupported(dialect);
        String books = dialect.quote(schema) + "." + dialect.quote(BackfillControl.TABLE);
        String empty = "";
        if (definition != null) {
            String table = KeyReader.quoted(definition.table(), dialect);
            empty = EMPTY.formatted(dialect.literal(table), table);
        }
        return STATEMENT.formatted(
                dialect.literal(books),
                books,
                dialect.literal(name),
                empty,
                dialect.literal("The rest of this script requires backfill " + name + ", which "),
                dialect.literal("Finish it with `migrate backfill run " + name + "`, then print the rest anew."));
    }
}
