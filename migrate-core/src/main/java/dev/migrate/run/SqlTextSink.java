package dev.migrate.run;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import dev.migrate.dialect.ScriptStyle;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Step;

/** Prints a run as a script that the database's own client can run with the same result. */
final class SqlTextSink implements StatementSink {

    private final Appendable out;

    private final ScriptStyle style;

    private final TransactionMode mode;

    private final List<String> resetting;

    private boolean changed;

    /**
     * Prints to this.
     *
     * @param resetting has the session be set to what it was set to before the script
     */
    SqlTextSink(Appendable out, ScriptStyle style, TransactionMode mode, List<String> resetting) {
        this.out = out;
        this.style = style;
        this.mode = mode;
        this.resetting = resetting;
    }

    @Override
    public void step(Step step, boolean changesSettings) {
        if (changed) {
            resetting.forEach(sql -> print(sql + ";\n\n"));
        }
        changed = changesSettings;
        print("-- Running " + step.direction().name().toLowerCase(Locale.ROOT) + " " + step.before() + " -> "
                + step.after() + ", " + step.revision().message() + "\n\n");
    }

    @Override
    public void transaction(List<? extends RunPart> parts) {
        if (mode == TransactionMode.PER_REVISION) {
            begin();
        }
        parts.forEach(this::alone);
        if (mode == TransactionMode.PER_REVISION) {
            commit();
        }
    }

    @Override
    public void alone(RunPart part) {
        if (part instanceof SqlOnSight sight && SqlPrinter.isPrintable(sight)) {
            sight.wording().usual().forEach(sql -> print(sql + ";\n\n"));
            return;
        }
        if (!(part instanceof SqlStatement statement)) {
            throw new IllegalStateException("The printer refuses a plan that cannot be printed as a whole");
        }
        print(style.terminated(statement.sql()) + "\n\n");
    }

    void open() {
        if (!style.opening().isEmpty()) {
            print(style.opening() + "\n\n");
        }
    }

    void begin() {
        print(style.begin() + ";\n\n");
    }

    void commit() {
        print("COMMIT;\n\n");
    }

    void print(String text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new MigrateException("The SQL could not be written: " + e.getMessage(), List.of(), null, e);
        }
    }
}
