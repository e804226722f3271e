package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;

/** What the classes of new revisions look like. */
final class JavaTemplate {

    private JavaTemplate() {}

    /** Returns the source of a class. */
    static String render(NewRevision revision, String packageName, String className, JavaSource source) {
        return """
                package %s;

                %s
                @RevisionHeader(
                %s)
                public class %s implements JavaRevision {

                    // These methods write down what is to be done, before anything is done. Code that must see the database goes
                    // into op.run(jdbc -> ...). Without a downgrade, the upgrade is reversed, the last operation first.

                    @Override
                    public void upgrade(Operations op) %s
                }
                """.formatted(packageName, source.imports(), header(revision), className, source.body());
    }

    private static String header(NewRevision revision) {
        List<String> lines = new ArrayList<>();
        lines.add("id = " + JavaText.literal(revision.id()));
        list(lines, "revises", revision.revises());
        lines.add("message = " + JavaText.literal(revision.message()));
        lines.add("created = " + JavaText.literal(revision.created().toString()));
        list(lines, "labels", revision.labels());
        list(lines, "dependsOn", revision.dependsOn());
        if (revision.irreversible() != null) {
            lines.add("irreversible = " + JavaText.literal(revision.irreversible()));
        }
        return String.join(",\n", lines.stream().map(line -> "        " + line).toList());
    }

    private static void list(List<String> lines, String name, List<String> values) {
        if (!values.isEmpty()) {
            List<String> literals = values.stream().map(JavaText::literal).toList();
            String list = String.join(", ", literals);
            lines.add(name + " = " + (values.size() == 1 ? list : "{" + list + "}"));
        }
    }
}
