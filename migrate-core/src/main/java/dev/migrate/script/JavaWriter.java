package dev.migrate.script;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversal;

/** Writes new revisions as Java classes, never over a file that is there. */
public final class JavaWriter {

    private final Path directory;

    private final String packageName;

    private JavaWriter(Path directory, String packageName) {
        this.directory = directory;
        this.packageName = packageName;
    }

    /**
     * Returns a writer for a package.
     *
     * @param sourceRoot the folder of the packages, such as {@code src/main/java}
     * @throws MigrateException if the name is no package's
     */
    public static JavaWriter forPackage(Path sourceRoot, String packageName) {
        String name = JavaNames.checkPackage(packageName);
        return new JavaWriter(sourceRoot.resolve(name.replace('.', '/')), name);
    }

    /**
     * Returns a writer for a folder, whose place below {@code src/main/java} or its like tells the package.
     *
     * @throws MigrateException if it does not
     */
    public static JavaWriter forFolder(Path folder) {
        List<String> names = new ArrayList<>();
        folder.toAbsolutePath().normalize().forEach(part -> names.add(part.toString()));
        for (int i = names.size() - 1; i >= 2; i--) {
            if (names.get(i).equals("java") && names.get(i - 2).equals("src") && i < names.size() - 1) {
                String name = String.join(".", names.subList(i + 1, names.size()));
                return new JavaWriter(folder, JavaNames.checkPackage(name));
            }
        }
        throw new MigrateException(
                "The folder " + folder + " does not tell which package a class in it has",
                "Name a folder below src/main/java.");
    }

    /**
     * Writes a revision as a class that records nothing yet.
     *
     * @return it, as it will be loaded once it is compiled, but with its file
     * @throws MigrateException if the file cannot be written
     */
    public RevisionScript write(NewRevision revision) {
        return write(revision, List.of());
    }

    /**
     * Writes a revision as a class that records these operations, and whose downgrade is their reverse.
     *
     * @param revision says why it is irreversible where the operations are
     * @return it, as it will be loaded once it is compiled, but with its file
     * @throws MigrateException if there is no source for an operation, or if the file cannot be written
     */
    public RevisionScript write(NewRevision revision, List<NewOperation> operations) {
        JavaSource source = new JavaSource(operations);
        String name = JavaNames.classFor(revision, source.taken());
        String className = Files.exists(directory.resolve(name + ".java")) ? name + "_" + revision.id() : name;
        Path file = directory.resolve(className + ".java");
        List<Operation> upgrade =
                operations.stream().map(NewOperation::operation).toList();
        RevisionScript script = script(revision, upgrade, file);
        try {
            NewFile.write(directory, file, JavaTemplate.render(revision, packageName, className, source));
            return script;
        } catch (FileAlreadyExistsException e) {
            throw new MigrateException(
                    "The file " + file + " exists already",
                    List.of(),
                    "Nothing is overwritten. Choose another message.",
                    e);
        } catch (IOException e) {
            throw new MigrateException(
                    "The file " + file + " cannot be written",
                    List.of(),
                    "Check `migrate.java-packages` and that this user may write there.",
                    e);
        }
    }

    private static RevisionScript script(NewRevision revision, List<Operation> upgrade, Path file) {
        ScriptOrigin origin = new ScriptOrigin(file.toString(), 0, file);
        return new RevisionScript(
                new ScriptHeader(revision.node(), origin, "", revision.created(), ScriptKind.JAVA, List.of()),
                new ScriptBody(
                        section(upgrade),
                        revision.irreversible() == null ? section(reversed(upgrade)) : null,
                        revision.irreversible(),
                        new Checksums().text(new CanonicalOperations().of(revision.id(), upgrade, null))));
    }

    private static List<Operation> reversed(List<Operation> upgrade) {
        List<Operation> reversed = Reversal.of(upgrade);
        if (reversed == null) {
            throw new IllegalArgumentException("The new revision neither has a downgrade nor says why");
        }
        return reversed;
    }

    private static Section section(List<Operation> operations) {
        return new Section(operations, operations.stream().allMatch(Operation::transactional));
    }
}
