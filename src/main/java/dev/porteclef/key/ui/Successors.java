package dev.porteclef.key.ui;

import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.Life;
import java.util.List;
import java.util.Optional;

/// The keys that were submitted to take the place of another, newest first.
///
/// @param all also those that wait or were refused
record Successors(List<ExchangeKey> all) {

    /// Of one of the reader's own keys.
    static Successors of(KeyId old, ExchangeKeys keys) {
        return new Successors(keys.own().stream()
                .filter(key -> old.equals(key.standing().replaces()))
                .toList());
    }

    /// The one that has taken the place, whatever became of it since.
    Optional<ExchangeKey> inPlace() {
        return all.stream().filter(Successors::hasTakenOver).findFirst();
    }

    /// The one that waits to take it.
    Optional<ExchangeKey> waiting() {
        return all.stream().filter(key -> key.life() == Life.DRAFT).findFirst();
    }

    /// How the latest was called.
    Optional<String> lastLabel() {
        return all.stream().map(ExchangeKey::label).findFirst();
    }

    /// Whether a key that was to replace another has done so.
    static boolean hasTakenOver(ExchangeKey successor) {
        return switch (successor.life()) {
            case ACTIVE, PAUSED, REPLACED, REVOKED -> true;
            case DRAFT, REFUSED -> false;
        };
    }
}
