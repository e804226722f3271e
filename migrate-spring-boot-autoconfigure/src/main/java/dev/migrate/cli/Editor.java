package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.migrate.error.MigrateException;

/** The program that its user edits files with. */
record Editor(List<String> command) {

    Editor {
        command = List.copyOf(command);
    }

    /** Finds the editor in the environment of the process. */
    static Editor ofUser(Map<String, String> environment) {
        String command = environment.getOrDefault("VISUAL", environment.getOrDefault("EDITOR", ""));
        if (command.isBlank()) {
            throw new MigrateException(
                    "No editor is configured",
                    "Set EDITOR, as in EDITOR=vi; `migrate show` prints the path of the script.");
        }
        return new Editor(Arrays.asList(command.strip().split("\\s+")));
    }

    /** Opens the file and waits until the editor ends. */
    void open(Path file) throws InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.add(file.toString());
        int code;
        try {
            code = new ProcessBuilder(all).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new MigrateException(
                    "The editor " + command.get(0) + " cannot be started",
                    List.of(),
                    "Set EDITOR to a program that is on the PATH.",
                    e);
        }
        if (code != 0) {
            throw new MigrateException("The editor " + command.get(0) + " ended with code " + code, null);
        }
    }
}
