package dev.porteclef.key;

import java.util.UUID;

/// Names one exchange key; random, so that it cannot be guessed.
public record KeyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
