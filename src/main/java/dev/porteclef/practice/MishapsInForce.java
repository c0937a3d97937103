package dev.porteclef.practice;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is switched on for one customer.
///
/// @param exchange what befalls all of the customer's practice keys; it comes before what befalls a single one
public record MishapsInForce(@Nullable Mishap exchange, Map<PracticeKeyId, Mishap> keys) {

    public MishapsInForce {
        keys = Map.copyOf(keys);
    }

    /// Whether nothing is.
    public boolean none() {
        return exchange == null && keys.isEmpty();
    }

    /// What befalls this key by itself, `null` for nothing.
    public @Nullable Mishap of(PracticeKeyId key) {
        return keys.get(key);
    }
}
