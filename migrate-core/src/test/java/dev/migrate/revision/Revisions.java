package dev.migrate.revision;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes revisions down in one line: {@code n2#net < n1 + b1} has the label net, revises n1 and depends on b1. */
final class Revisions {

    private static final Pattern LINE = Pattern.compile(
            "(?<id>\\w+)(?:#(?<labels>[\\w.,]+))?(?: < (?<parents>[\\w ]+?))?(?: \\+ (?<deps>[\\w. ]+))?");

    private Revisions() {}

    static List<Revision> revisions(String... lines) {
        return Stream.of(lines).map(Revisions::revision).toList();
    }

    static RevisionGraph graph(String... lines) {
        return RevisionGraph.of(revisions(lines));
    }

    private static Revision revision(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(line);
        }
        String id = matcher.group("id");
        return new Revision(
                id,
                words(matcher.group("parents"), " "),
                words(matcher.group("deps"), " "),
                words(matcher.group("labels"), ","),
                "Message of " + id);
    }

    private static List<String> words(String text, String separator) {
        return text == null ? List.of() : List.of(text.split(separator));
    }
}
