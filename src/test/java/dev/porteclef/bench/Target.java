package dev.porteclef.bench;

import org.jspecify.annotations.Nullable;

/// What a figure should be. A miss is said, not punished: a busy machine is no defect.
sealed interface Target {

    record AtMost(Figure limit) implements Target {}

    record AtLeast(Figure limit) implements Target {}

    /// Only told.
    record None() implements Target {}

    /// The figure the target speaks about is the ratio, not what was measured.
    default boolean isRatio() {
        return switch (this) {
            case AtMost(var limit) -> limit.unit().equals(Figure.RATIO);
            case AtLeast(var limit) -> limit.unit().equals(Figure.RATIO);
            case None() -> false;
        };
    }

    /// `null` where there is nothing to meet.
    default @Nullable Boolean isMetBy(double value) {
        return switch (this) {
            case AtMost(var limit) -> value <= limit.value();
            case AtLeast(var limit) -> value >= limit.value();
            case None() -> null;
        };
    }

    default String text() {
        return switch (this) {
            case AtMost(var limit) -> "≤ " + limit;
            case AtLeast(var limit) -> "≥ " + limit;
            case None() -> "–";
        };
    }
}
