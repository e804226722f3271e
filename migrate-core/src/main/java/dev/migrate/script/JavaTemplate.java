package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;

/** What the classes of new revisions look like. */
final class JavaTemplate {

    private JavaTemplate() {}

    /** Returns the source of a class that records nothing yet. */
    static String render(NewRevision revision, String packageName, String className) {
        return """
                package %s;

                import dev.migrate.operation.Operations;
                import dev.migrate.script.JavaRevision;
                import dev.migrate.script.RevisionHeader;

                @RevisionHeader(
                %s)
                public class %s implements JavaRevision {

                    // These methods write down what is to be done, before anything is done. Code that must see the database goes
                    // into op.run(jdbc -> ...). Without a downgrade, the upgrade is reversed, the last operation first.

                    @Override
                    public void upgrade(Operations op) {}
                }
                """.formatted(packageName, header(revision), className);
    }

    private static String header(NewRevision revision) {
        List<String> lines = new ArrayList<>();
        lines.add("id = " + literal(revision.id()));
        list(lines, "revises", revision.revises());
        lines.add("message = " + literal(revision.message()));
        lines.add("created = " + literal(revision.created().toString()));
        list(lines, "labels", revision.labels());
        list(lines, "dependsOn", revision.dependsOn());
        return String.join(",\n", lines.stream().map(line -> "        " + line).toList());
    }

    private static void list(List<String> lines, String name, List<String> values) {
        if (!values.isEmpty()) {
            List<String> literals = values.stream().map(JavaTemplate::literal).toList();
            String list = String.join(", ", literals);
            lines.add(name + " = " + (values.size() == 1 ? list : "{" + list + "}"));
        }
    }

    /** With each backslash doubled, none can begin a unicode escape. */
    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                literal.append('\\').appendCodePoint(c);
            } else if (c < ' ' || c == 0x7f) {
                literal.append("\\%03o".formatted(c));
            } else {
                literal.appendCodePoint(c);
            }
        });
        return literal.append('"').toString();
    }
}
