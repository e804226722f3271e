package dev.migrate.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrate.MigrateSettings;
import dev.migrate.error.MigrateException;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptKind;

/** Finds the files that people edit, of which the class path holds copies. */
final class SourceFiles {

    private static final String CLASS_PATH = "classpath:";

    private final MigrateSettings settings;

    SourceFiles(MigrateSettings settings) {
        this.settings = settings;
    }

    Path of(RevisionScript script) {
        return script.kind() == ScriptKind.JAVA ? source(script) : file(script);
    }

    private Path source(RevisionScript script) {
        String type = script.path();
        int nested = type.indexOf('$');
        String file = (nested < 0 ? type : type.substring(0, nested)).replace('.', '/') + ".java";
        Path source = settings.javaSourceDirectory().resolve(file);
        if (!Files.exists(source)) {
            throw new MigrateException(
                    "The source of revision " + script.id() + " is not there: " + source,
                    "Run this in the project whose classes the revision belongs to.");
        }
        return source;
    }

    private Path file(RevisionScript script) {
        for (String location : settings.locations()) {
            String folder = withoutSlashes(location.strip());
            if (location.strip().startsWith(CLASS_PATH) && script.path().startsWith(folder + "/")) {
                Path source = settings.sourceDirectory().resolve(script.path().substring(folder.length() + 1));
                if (Files.exists(source)) {
                    return source;
                }
            }
        }
        Path file = script.file();
        if (file == null) {
            throw new MigrateException(
                    "The script of revision " + script.id() + " is no file: " + script.path() + " lies in a jar",
                    "Run this in the project, where migrate.source-directory (" + settings.sourceDirectory()
                            + ") holds the scripts.");
        }
        return file;
    }

    private static String withoutSlashes(String location) {
        String path = location.startsWith(CLASS_PATH) ? location.substring(CLASS_PATH.length()) : location;
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }
}
