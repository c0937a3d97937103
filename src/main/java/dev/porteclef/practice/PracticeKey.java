package dev.porteclef.practice;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A key of the practice exchange as its owner sees it again: the key itself is gone but for its end, the secret
/// entirely.
///
/// @param lastFour the last four characters of the key
/// @param boxes ids of the boxes that were ticked
/// @param addresses where it may be used from; empty: anywhere
/// @param funded whether its wallets hold something
public record PracticeKey(
        PracticeKeyId id,
        String label,
        String lastFour,
        Set<String> boxes,
        List<String> addresses,
        boolean funded,
        Instant createdAt) {

    public PracticeKey {
        boxes = Set.copyOf(boxes);
        addresses = List.copyOf(addresses);
    }
}
