package dev.porteclef.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/// A credential's text while it is in memory: UTF-8 bytes that print as a mask, compare in constant time and are
/// overwritten by [#close()]. It has no `equals`, so that it cannot leak by way of a collection.
///
/// What it cannot promise: copies made by the garbage collector, and the `String` in which the browser's
/// message arrived, stay until they are collected.
public final class Secret implements AutoCloseable {

    private final byte[] bytes;
    private boolean closed;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Copies `text`; outer white space is the caller's to remove.
    public static Secret of(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Copies `bytes`; the caller wipes its own.
    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /// Lends a copy of the bytes to `use` and overwrites the copy afterwards, also after a failure.
    public <T> T lend(SecretAccess access, Function<byte[], T> use) {
        Objects.requireNonNull(access);
        var copy = copy();
        try {
            return use.apply(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /// The text itself, for the few interfaces that take nothing else (an HTTP header).
    public String reveal(SecretAccess access) {
        Objects.requireNonNull(access);
        return new String(copy(), StandardCharsets.UTF_8);
    }

    /// Length in characters (code points).
    public int length() {
        return StandardCharsets.UTF_8
                .decode(ByteBuffer.wrap(copy()))
                .codePoints()
                .toArray()
                .length;
    }

    /// Whether there is nothing but white space.
    public boolean isBlank() {
        return new String(copy(), StandardCharsets.UTF_8).isBlank();
    }

    /// Whether both hold the same text, in time that depends on their lengths only.
    public boolean sameAs(Secret other) {
        return MessageDigest.isEqual(copy(), other.copy());
    }

    private byte[] copy() {
        if (closed) {
            throw new IllegalStateException("this secret has been wiped");
        }
        return bytes.clone();
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
