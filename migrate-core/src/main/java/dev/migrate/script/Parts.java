package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;

/** Long lists, worked on by several threads part by part. */
final class Parts {

    private Parts() {}

    /**
     * Returns what the work makes of a list, in its order; this thread does the first part, and others when it has nothing else to do.
     *
     * @param size of a part: what is done sooner than other threads are there
     */
    static <T, R> List<R> map(List<T> all, int size, Function<List<T>, List<R>> work) {
        List<ForkJoinTask<List<R>>> others = new ArrayList<>();
        for (int i = size; i < all.size(); i += size) {
            List<T> part = all.subList(i, Math.min(i + size, all.size()));
            others.add(ForkJoinTask.adapt(() -> work.apply(part)).fork());
        }
        List<R> results = new ArrayList<>(all.size());
        results.addAll(work.apply(all.subList(0, Math.min(size, all.size()))));
        // A thread that waits takes on what was forked last, so the last is waited for first.
        for (int i = others.size() - 1; i >= 0; i--) {
            others.get(i).join();
        }
        others.forEach(part -> results.addAll(part.join()));
        return results;
    }
}
