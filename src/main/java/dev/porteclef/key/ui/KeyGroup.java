package dev.porteclef.key.ui;

import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;

/// Where a key stands in the list, in this order.
enum KeyGroup {
    IN_USE,
    WAITING,
    PAUSED,
    /// Replaced, revoked or refused: kept for the record, folded away.
    PAST;

    static KeyGroup of(ExchangeKey key) {
        return switch (key.life()) {
            case ACTIVE -> IN_USE;
            case DRAFT -> WAITING;
            case PAUSED -> PAUSED;
            case REPLACED, REVOKED, REFUSED -> PAST;
        };
    }

    /// Whether a key asks for its owner's eye: a key that is past does so only while others could still use it.
    static boolean needsAttention(ExchangeKey key) {
        return switch (key.headline().tone()) {
            case RED, AMBER -> of(key) != PAST || key.headline() == Headline.REPLACED_STILL_ACCEPTED;
            case GREEN, GREY -> false;
        };
    }

    /// The key of its text in both languages.
    String translationKey() {
        return "key.group." + name();
    }
}
