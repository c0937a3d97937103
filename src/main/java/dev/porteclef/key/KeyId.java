package dev.porteclef.key;

import java.util.Optional;
import java.util.UUID;

/// Names one exchange key; random, so that it cannot be guessed.
public record KeyId(UUID value) {

    /// The id written as `text`, or nothing where it is none.
    public static Optional<KeyId> of(String text) {
        try {
            return Optional.of(new KeyId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
