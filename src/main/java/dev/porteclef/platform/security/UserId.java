package dev.porteclef.platform.security;

import java.io.Serializable;
import java.util.UUID;

/// Names one account; random, so that it cannot be guessed, and never reused.
public record UserId(UUID value) implements Serializable {

    /// Reads the text form; fails where it is none.
    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
