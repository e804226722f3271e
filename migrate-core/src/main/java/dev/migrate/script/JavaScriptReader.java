package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.LexicalRules;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.Reversal;
import dev.migrate.revision.Revision;

/** Makes a revision script of a class by letting it record both directions; not for use by several threads. */
final class JavaScriptReader {

    private static final String ONLY_RECORDED =
            "It only writes down what is to be done: put what must see the database into op.run(jdbc -> …).";

    private static final String INSTANCE =
            "It is created while the database may still be empty: let it have a constructor without arguments, or with"
                    + " beans that do not need the database.";

    private final Checksums checksums = new Checksums();

    private final CanonicalOperations canonical = new CanonicalOperations();

    private final LexicalRules rules;

    JavaScriptReader(LexicalRules rules) {
        this.rules = rules;
    }

    /** Reads a class; whatever is wrong with it becomes a problem, never an exception. */
    ParsedScript read(RevisionClass found) {
        return new Reading(found).result();
    }

    /** One class being read. */
    private final class Reading {

        private final RevisionClass found;

        private final ScriptOrigin origin;

        private final Problems problems;

        Reading(RevisionClass found) {
            this.found = found;
            this.origin = new ScriptOrigin(found.type().getName(), 0, null);
            this.problems = new Problems(origin.path());
        }

        ParsedScript result() {
            RevisionHeader annotation = found.type().getAnnotation(RevisionHeader.class);
            if (annotation == null) {
                problems.add(
                        0,
                        "The class has no @RevisionHeader",
                        "Add one with an id and a message, or move the class if it is no revision.");
                return new ParsedScript(origin, null, null, problems.found());
            }
            JavaHeader header = new JavaHeader(annotation, problems);
            Revision revision = header.revision();
            JavaRevision instance = instance();
            RevisionScript script = instance == null || revision == null ? null : record(revision, header, instance);
            return new ParsedScript(origin, revision, problems.isEmpty() ? script : null, problems.found());
        }

        private @Nullable JavaRevision instance() {
            if (!JavaRevision.class.isAssignableFrom(found.type())) {
                problems.add(0, "The class does not implement JavaRevision", "Add `implements JavaRevision`.");
                return null;
            }
            try {
                return (JavaRevision) found.instance().get();
            } catch (RuntimeException | LinkageError e) {
                problems.add(0, "No instance can be made: " + told(e), hint(e, INSTANCE));
                return null;
            }
        }

        private RevisionScript record(Revision revision, JavaHeader header, JavaRevision instance) {
            List<Operation> upgrade = record("upgrade", instance::upgrade);
            List<Operation> downgrade = record("downgrade", instance::downgrade);
            String irreversible = header.irreversible();
            RecordedSection recorded = new RecordedSection("upgrade", problems, rules);
            Section up = recorded.of(upgrade);
            Section down = downgrade(upgrade, downgrade, irreversible);
            String checksum = checksum(revision.id(), upgrade, isLeftOut(downgrade) ? null : downgrade);
            ScriptOrigin lines = new ScriptOrigin(
                    origin.path(), 0, null, new JavaLines(instance, origin.path(), recorded.sources()));
            return new RevisionScript(
                    new ScriptHeader(
                            revision,
                            lines,
                            header.description(),
                            header.created(),
                            ScriptKind.JAVA,
                            header.requiresBackfills()),
                    new ScriptBody(up, down, irreversible, checksum));
        }

        private String checksum(String id, List<Operation> upgrade, @Nullable List<Operation> downgrade) {
            try {
                return checksums.text(canonical.of(id, upgrade, downgrade));
            } catch (MigrateException e) {
                problems.add(0, told(e), e.hint());
                return "";
            }
        }

        private List<Operation> record(String method, Consumer<Operations> body) {
            try {
                return Operations.record(body);
            } catch (Exception | LinkageError | AssertionError e) {
                problems.add(line(e), method + " failed while it was recorded: " + told(e), hint(e, ONLY_RECORDED));
                return List.of();
            }
        }

        private @Nullable Section downgrade(
                List<Operation> upgrade, List<Operation> recorded, @Nullable String irreversible) {
            if (irreversible != null) {
                if (!isLeftOut(recorded)) {
                    problems.add(0, "A revision has either a downgrade or is irreversible", "Remove one of the two.");
                }
                return null;
            }
            List<Operation> operations = new ArrayList<>();
            for (Operation operation : recorded) {
                if (operation instanceof DerivedDowngrade) {
                    operations.addAll(reversed(upgrade));
                } else {
                    operations.add(operation);
                }
            }
            return problems.isEmpty() ? new RecordedSection("downgrade", problems, rules).of(operations) : null;
        }

        private List<Operation> reversed(List<Operation> upgrade) {
            try {
                List<Operation> reversed = Reversal.of(upgrade);
                if (reversed != null) {
                    return reversed;
                }
                List<String> missing = Reversal.missing(upgrade).stream()
                        .map(Operation::describe)
                        .toList();
                problems.add(
                        0,
                        "The downgrade is left out, and this cannot be reversed: " + String.join("; ", missing),
                        "Write downgrade(…), tell the operation what was there before, or say in the header why the"
                                + " revision is irreversible.");
            } catch (RuntimeException e) {
                problems.add(line(e), "The upgrade cannot be reversed: " + told(e), hint(e, null));
            }
            return List.of();
        }

        private static boolean isLeftOut(List<Operation> downgrade) {
            return downgrade.size() == 1 && downgrade.get(0) instanceof DerivedDowngrade;
        }

        private int line(Throwable failure) {
            for (StackTraceElement frame : failure.getStackTrace()) {
                if (frame.getClassName().equals(origin.path())) {
                    return Math.max(frame.getLineNumber(), 0);
                }
            }
            return 0;
        }
    }

    private static String told(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "" : Printable.of(root.getMessage());
        if (root instanceof MigrateException) {
            return message;
        }
        return message.isEmpty() ? root.getClass().getName() : root.getClass().getName() + ": " + message;
    }

    private static @Nullable String hint(Throwable failure, @Nullable String otherwise) {
        return failure instanceof MigrateException told && told.hint() != null ? told.hint() : otherwise;
    }
}
