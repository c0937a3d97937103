package dev.porteclef.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list of keys.
///
/// @param before from where the page before this one is read, `null`: there is none
/// @param after from where the page after it is read, `null`: there is none
public record KeyPage(
        List<KeyLine> lines,
        @Nullable Place before,
        @Nullable Place after) {

    public KeyPage {
        lines = List.copyOf(lines);
    }
}
