package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Wording;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversal;
import dev.migrate.script.Printable;

/**
 * A proposal as the statements of a script.
 *
 * @param upgrade statements, those after which something is gone for good with a comment that says so
 * @param downgrade statements that take them back
 * @param irreversible why nothing takes them back, or {@code null}
 */
public record ProposedScript(
        List<String> upgrade,
        List<String> downgrade,
        @Nullable String irreversible) {

    /** Copies the lists. */
    public ProposedScript {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /**
     * Spells a proposal.
     *
     * @throws MigrateException if the database cannot do it, or not with statements that are known beforehand
     */
    public static ProposedScript of(Proposal proposal, Dialect dialect) {
        List<Operation> operations = proposal.operations();
        List<String> upgrade = new ArrayList<>();
        spell(operations, dialect).forEach(part -> upgrade.addAll(marked(part, operations)));
        String notes = notes(proposal.notes());
        if (!upgrade.isEmpty() && !notes.isEmpty()) {
            upgrade.set(0, notes + upgrade.get(0));
        }
        List<Operation> reverse = Reversal.of(operations);
        if (reverse == null) {
            List<String> why = Reversal.missing(operations).stream()
                    .map(Operation::describe)
                    .toList();
            return new ProposedScript(upgrade, List.of(), "cannot take back: " + String.join(", ", why));
        }
        List<String> downgrade = new ArrayList<>();
        spell(reverse, dialect).forEach(part -> downgrade.addAll(part.sql()));
        return new ProposedScript(upgrade, downgrade, null);
    }

    /** The statements for operations of a list, from one place of it to another. */
    private record Part(int from, int to, List<String> sql) {}

    private static List<Part> spell(List<Operation> operations, Dialect dialect) {
        for (Operation operation : operations) {
            String reason = dialect.unsupported(operation);
            if (reason != null) {
                throw new MigrateException(
                        reason, List.of("when it was to " + operation.describe()), "Change the model.", null);
            }
        }
        List<Wording> wordings = dialect.spell(operations);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < wordings.size(); i++) {
            Wording wording = wordings.get(i);
            int from = wording.operation() - 1;
            int to = i + 1 < wordings.size() ? wordings.get(i + 1).operation() - 1 : operations.size();
            List<String> sql = wording instanceof Wording.Statements statements
                    ? statements.sql()
                    : wording instanceof Wording.OnSight sight ? sight.usual() : List.of();
            if (sql.isEmpty() && !(wording instanceof Wording.Statements)) {
                throw new MigrateException(
                        dialect.name()
                                + " can do this only by looking at the database when its turn comes, which no SQL"
                                + " script can: " + operations.get(from).describe(),
                        "Write this revision in Java: `migrate revision --autogenerate --format java`.");
            }
            parts.add(new Part(from, to, sql));
        }
        return parts;
    }

    private static List<String> marked(Part part, List<Operation> operations) {
        StringBuilder marks = new StringBuilder();
        for (Operation operation : operations.subList(part.from(), Math.max(part.to(), part.from() + 1))) {
            if (Proposal.isDestructive(operation)) {
                marks.append("-- DESTRUCTIVE: ")
                        .append(Printable.of(operation.describe()))
                        .append('\n');
            }
        }
        List<String> statements = new ArrayList<>(part.sql());
        if (marks.length() > 0 && !statements.isEmpty()) {
            statements.set(0, marks + statements.get(0));
        }
        return statements;
    }

    private static String notes(List<String> notes) {
        StringBuilder text = new StringBuilder();
        notes.forEach(
                note -> text.append("-- Note: ").append(Printable.of(note)).append('\n'));
        return text.toString();
    }
}
