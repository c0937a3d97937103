package dev.porteclef.console;

import java.util.Optional;
import java.util.UUID;

/// Names one run; unguessable.
public record RunId(UUID value) {

    /// The id written as `text`, or nothing where it is none.
    public static Optional<RunId> of(String text) {
        try {
            return Optional.of(new RunId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
