package dev.migrate.script;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.migrate.operation.Operations;

/** The source of a class that writes operations down when it is compiled and recorded. */
final class JavaSource {

    private static final Pattern LINE = Pattern.compile("(?m)^(?!$)");

    private final JavaValues values = new JavaValues();

    private final List<String> statements = new ArrayList<>();

    JavaSource(List<NewOperation> operations) {
        values.name(Operations.class);
        values.name(JavaRevision.class);
        values.name(RevisionHeader.class);
        JavaOperations visitor = new JavaOperations(values);
        for (NewOperation next : operations) {
            next.notes().forEach(note -> statements.add(JavaText.comment(note)));
            statements.add(next.operation().accept(visitor));
        }
    }

    /** Returns the names that the class cannot have. */
    Set<String> taken() {
        Set<String> taken = new LinkedHashSet<>();
        values.imports().forEach(name -> taken.add(name.substring(name.lastIndexOf('.') + 1)));
        return taken;
    }

    /** Returns the lines of the imports. */
    String imports() {
        StringBuilder imports = new StringBuilder();
        group(values.imports().stream().filter(name -> name.startsWith("java.")).toList(), "import ", imports);
        group(
                values.imports().stream()
                        .filter(name -> !name.startsWith("java."))
                        .toList(),
                "import ",
                imports);
        group(values.staticImports(), "import static ", imports);
        return imports.toString();
    }

    /** Returns the body of the method that writes the operations down, from its opening brace to its closing one. */
    String body() {
        return statements.isEmpty() ? "{}" : "{\n" + indented(indented(String.join("\n", statements))) + "\n    }";
    }

    /** Moves lines four blanks to the right; a text block in them keeps what it says. */
    static String indented(String lines) {
        return LINE.matcher(lines).replaceAll("    ");
    }

    private static void group(List<String> names, String word, StringBuilder imports) {
        if (!names.isEmpty() && !imports.isEmpty()) {
            imports.append('\n');
        }
        names.forEach(name -> imports.append(word).append(name).append(";\n"));
    }
}
