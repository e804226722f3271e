package dev.migrate.autogenerate;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueKey;

/** What becomes of a schema when something in it gets another name: the database follows it everywhere, and so does this. */
final class Renaming {

    private final Rename rename;

    /** As the server quotes: only what needs it. */
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private final Pattern token;

    private final String replacement;

    Renaming(Rename rename, UnaryOperator<String> quote) {
        this.rename = rename;
        String old = rename.column() == null ? rename.table().name() : rename.column();
        this.token = Pattern.compile("'(?:[^']|'')*'|(?<![\\w$\".])(?:" + Pattern.quote(quote.apply(old))
                + (PLAIN.matcher(old).matches() ? "|" + old : "") + ")(?![\\w$\"(.])");
        this.replacement = PLAIN.matcher(rename.name()).matches() ? rename.name() : quote.apply(rename.name());
    }

    Schema of(Schema schema) {
        if (rename.column() == null) {
            ObjectName to = rename.table().sibling(rename.name());
            return new Relocation(name -> name.equals(rename.table()) ? to : name, UnaryOperator.identity())
                    .schema(schema);
        }
        Relocation texts = new Relocation(UnaryOperator.identity(), this::text);
        return new Schema(
                schema.tables().stream().map(table -> table(table, texts)).toList(),
                schema.indexes().stream()
                        .map(index -> index.table().equals(rename.table()) ? index(texts.index(index)) : index)
                        .toList(),
                schema.sequences(),
                schema.enums(),
                schema.domains(),
                schema.objects());
    }

    private Table table(Table table, Relocation texts) {
        boolean own = table.name().equals(rename.table());
        Table moved = own ? texts.table(table) : table;
        List<Column> columns = own
                ? moved.columns().stream()
                        .map(column -> column.name().equals(rename.column()) ? column.renamed(rename.name()) : column)
                        .toList()
                : moved.columns();
        return new Table(
                moved.name(),
                columns,
                moved.constraints().stream()
                        .map(constraint -> constraint(constraint, own))
                        .toList(),
                moved.comment());
    }

    private Constraint constraint(Constraint constraint, boolean own) {
        if (constraint instanceof ForeignKey key) {
            boolean target = key.target().equals(rename.table());
            return new ForeignKey(
                    key.name(),
                    own ? names(key.columns()) : key.columns(),
                    key.target(),
                    target ? names(key.targetColumns()) : key.targetColumns(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.deferral(),
                    key.validity(),
                    key.match());
        }
        if (!own || constraint instanceof Check || constraint instanceof Exclusion) {
            return constraint;
        }
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(key.name(), names(key.columns()), names(key.include()), key.deferral());
        }
        UniqueKey key = (UniqueKey) constraint;
        return new UniqueKey(key.name(), names(key.columns()), key.deferral(), key.empties(), names(key.include()));
    }

    private Index index(Index index) {
        return new Index(
                index.name(),
                index.table(),
                index.parts().stream().map(this::part).toList(),
                index.uniqueness(),
                index.method(),
                names(index.include()),
                index.where(),
                index.validity());
    }

    private Index.Part part(Index.Part part) {
        return part.column() == null
                ? part
                : new Index.Part(
                        name(part.column()),
                        null,
                        part.order(),
                        part.nullOrder(),
                        part.operatorClass(),
                        part.collation());
    }

    private List<String> names(List<String> columns) {
        return columns.stream().map(this::name).toList();
    }

    private String name(String column) {
        return column.equals(rename.column()) ? rename.name() : column;
    }

    /** Replaces the column in an expression, though not inside of a text. */
    private String text(String sql) {
        Matcher matcher = token.matcher(sql);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(found.group().startsWith("'") ? found.group() : replacement));
    }
}
