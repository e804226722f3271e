package dev.migrate.dialect;

import java.util.List;

import dev.migrate.operation.ReplaceObject;
import dev.migrate.schema.Replaceable;

/**
 * How PostgreSQL gives an object another text, whatever has changed in it.
 *
 * <p>{@code CREATE OR REPLACE} keeps privileges and everything that depends on the object, but refuses other columns of a view and
 * another result of a function. Only then is the object dropped, never what depends on it, and made anew.
 */
final class PostgresReplacement {

    private final PostgresSpelling words;

    PostgresReplacement(PostgresSpelling words) {
        this.words = words;
    }

    List<String> of(ReplaceObject operation) {
        Replaceable to = operation.to();
        Replaceable from = operation.from() == null ? to : operation.from();
        if (!from.redefined("").equals(to.redefined(""))) {
            return List.of(words.drop(from), words.definition("CREATE", to));
        }
        return switch (to.kind()) {
            case VIEW -> List.of(replaceOrRemake(to, "invalid_table_definition"));
            case FUNCTION, PROCEDURE -> List.of(replaceOrRemake(to, "invalid_function_definition"));
            case TRIGGER ->
                PostgresSpelling.isConstraint(to) || PostgresSpelling.isConstraint(from)
                        ? List.of(words.drop(from), words.definition("CREATE", to))
                        : List.of(words.definition("CREATE OR REPLACE", to));
            case MATERIALIZED_VIEW -> List.of(remakeWithIndexes(to));
        };
    }

    private String replaceOrRemake(Replaceable object, String refusal) {
        String create = words.definition("CREATE OR REPLACE", object);
        String body = """

                DECLARE
                    definition CONSTANT text := %s;
                BEGIN
                    EXECUTE definition;
                EXCEPTION WHEN %s THEN
                    %s;
                    EXECUTE definition;
                END
                """.formatted(dollars("definition", create), refusal, words.drop(object));
        return "DO " + dollars("migrate", body);
    }

    private String remakeWithIndexes(Replaceable view) {
        String name = words.literal(words.quote(view.name()));
        String body = """

                DECLARE
                    indexes CONSTANT text[] := ARRAY(SELECT pg_catalog.pg_get_indexdef(indexrelid)
                        FROM pg_catalog.pg_index WHERE indrelid = %s::regclass ORDER BY indexrelid);
                    index text;
                BEGIN
                    %s;
                    EXECUTE %s;
                    FOREACH index IN ARRAY indexes LOOP
                        EXECUTE index;
                    END LOOP;
                END
                """.formatted(name, words.drop(view), dollars("definition", words.definition("CREATE", view)));
        return "DO " + dollars("migrate", body);
    }

    /** Quotes a text so that it stays readable, with a tag that does not occur in it. */
    private static String dollars(String word, String text) {
        String tag = word;
        for (int i = 1; text.contains("$" + tag); i++) {
            tag = word + i;
        }
        return "$" + tag + "$" + text + "$" + tag + "$";
    }
}
