package dev.porteclef.support;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Names one question; unguessable.
public record SupportRequestId(UUID value) {

    /// The id written as `text`, or nothing where it is none.
    public static Optional<SupportRequestId> of(String text) {
        try {
            return Optional.of(new SupportRequestId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What people say to each other: the first eight characters.
    public String reference() {
        return value.toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
