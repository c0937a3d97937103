package dev.porteclef.exchange;

import dev.porteclef.platform.i18n.LocalizedText;
import java.util.List;

/// A titled group of boxes in the exchange's dialog, in its order.
///
/// @param label the exchange's own heading; `meaning` says the same in the reader's words
public record PermissionSection(String id, String label, LocalizedText meaning, List<PermissionBox> boxes) {

    public PermissionSection {
        boxes = List.copyOf(boxes);
    }
}
