package dev.migrate.benchmarks.faults;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The process that is killed: applies what is pending with one tool, and may stop at a point to wait for its end. */
final class Child {

    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);

    private Child() {}

    /**
     * Says {@code step}, {@code at …}, {@code done} and {@code failed …}, each in a line.
     *
     * @param args tool, folder of the revisions, URL, and the {@link FaultPoint} to stop at
     */
    public static void main(String[] args) {
        Contender contender = Tool.valueOf(args[0]).contender();
        DataSource database = StoppingSource.wrap(source(args[2]), FaultPoint.parse(args[3]), Child::stop);
        int code = 0;
        try {
            contender.run(Path.of(args[1]), database, () -> say("step"));
            say("done");
        } catch (Exception e) {
            say("failed " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            code = 1;
        }
        System.exit(code);
    }

    static DataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        return source;
    }

    /** Says where, and waits there for its end. */
    static void stop(String where) {
        say("at " + where);
        while (true) {
            // Only the kill ends this.
            LockSupport.park();
        }
    }

    static synchronized void say(String line) {
        OUT.println(line);
    }
}
