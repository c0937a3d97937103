package dev.porteclef.platform.security;

import java.util.UUID;

/// Names one account; random, so that it cannot be guessed, and never reused.
public record UserId(UUID value) {

    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
