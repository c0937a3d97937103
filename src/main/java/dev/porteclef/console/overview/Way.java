package dev.porteclef.console.overview;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How far customers got who took their first step in a time: each number contains those who got further.
///
/// @param began who opened the guide, or the form at once
/// @param straight of them, who opened the form without the guide, or have not been seen at it
/// @param form who opened the form that connects a key
/// @param checked whose first check has said something
/// @param green who have had a green key
/// @param measured of them, who had been seen at the guide
/// @param median from guide to green, `null` where nobody was measured
/// @param ninth within which nine of ten got there
public record Way(
        long began,
        long straight,
        long form,
        long checked,
        long green,
        long measured,
        @Nullable Duration median,
        @Nullable Duration ninth) {}
