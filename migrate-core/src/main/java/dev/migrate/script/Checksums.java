package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over the content of scripts and over the graph; not for use by several threads. */
public final class Checksums {

    private static final HexFormat HEX = HexFormat.of();

    /** Never fed: a copy of it takes less than another search through the platform's providers. */
    private static final MessageDigest UNUSED = sha256();

    private final MessageDigest digest;

    /** Creates them for one thread. */
    public Checksums() {
        this.digest = unused();
    }

    private static MessageDigest unused() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            return sha256();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Returns the checksum of a script's content. */
    String content(ScriptText text) {
        digest.update(text.bytes(), text.start(), text.bytes().length - text.start());
        return HEX.formatHex(digest.digest());
    }

    /** Returns the checksum of a text, 64 hex digits. */
    public String text(String text) {
        return HEX.formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Returns the hash of a node, which changes with its content and with anything above it.
     *
     * @param id the revision
     * @param parents node hashes of everything it revises or depends on, in any order
     * @param checksum of its content
     */
    String node(String id, Collection<String> parents, String checksum) {
        StringBuilder text = new StringBuilder(id).append('\n');
        List<String> sorted = new ArrayList<>(parents);
        Collections.sort(sorted);
        for (String parent : sorted) {
            text.append(parent).append('\n');
        }
        text.append(checksum);
        return text(text.toString());
    }
}
