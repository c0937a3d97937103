package dev.porteclef.practice;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody filled into the practice exchange's dialog; judged by [PracticeKeys#review(PracticeKeyDraft)].
///
/// @param boxes ids of the boxes ticked
/// @param addresses as typed, separated by commas; `null`: the key may be used from anywhere
/// @param funded whether the key's wallets shall hold something
/// @param code the six digits of the second factor, as typed
public record PracticeKeyDraft(
        String label, Set<String> boxes, @Nullable String addresses, boolean funded, String code) {

    public PracticeKeyDraft {
        boxes = Set.copyOf(boxes);
    }
}
