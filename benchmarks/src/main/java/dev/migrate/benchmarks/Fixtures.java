package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The folders and databases that works begin with; what only is read is made once for all runs. */
final class Fixtures {

    private final Server server;

    private final Path root;

    private final Map<Size, Path> folders = new HashMap<>();

    private final Map<Size, String> full = new HashMap<>();

    /**
     * Makes fixtures on demand.
     *
     * @param root an empty folder
     */
    Fixtures(Server server, Path root) {
        this.server = server;
        this.root = root;
    }

    /** Returns a folder with the revisions of a work. */
    Path folder(Tool tool, Work work) throws IOException {
        Size size = new Size(tool, work.revisions());
        Path known = folders.get(size);
        if (known == null) {
            known = Files.createDirectories(root.resolve(tool + "-" + work.revisions()));
            tool.contestant().write(known, work.revisions());
            folders.put(size, known);
        }
        return known;
    }

    /** Returns the names of the databases for the calls of one process. */
    List<String> databases(Tool tool, Work work) throws Exception {
        if (work.kind().onlyReads()) {
            return Collections.nCopies(work.calls(), full(tool, work));
        }
        List<String> databases = new ArrayList<>();
        for (int i = 0; i < work.calls(); i++) {
            databases.add(work.before() == 0 ? server.create() : server.copy(full(tool, work)));
        }
        return databases;
    }

    /** Drops what cannot be used again. */
    void giveBack(Work work, List<String> databases) throws SQLException {
        if (!work.kind().onlyReads()) {
            for (String database : databases) {
                server.drop(database);
            }
        }
    }

    private String full(Tool tool, Work work) throws Exception {
        Size size = new Size(tool, work.revisions());
        String known = full.get(size);
        if (known == null) {
            known = server.create();
            Work apply = new Work(Kind.APPLY, work.revisions());
            Call call = new Call(apply, folder(tool, work), Server.source(server.url(known)));
            Child.check(call, tool.contestant().call(call));
            full.put(size, known);
        }
        return known;
    }

    private record Size(Tool tool, int revisions) {}
}
