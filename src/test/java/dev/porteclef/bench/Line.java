package dev.porteclef.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of the table.
///
/// @param row the [Row#name()] it comes from
/// @param against what the reference is, `null` where nothing stands beside it
/// @param ratio of the pairs, `null` where there is no reference
/// @param notes what a reader should know besides: a sentence each
record Line(
        String row,
        String what,
        Samples measured,
        @Nullable String against,
        @Nullable Samples reference,
        @Nullable Samples ratio,
        String unit,
        Target target,
        List<String> notes) {

    Line {
        notes = List.copyOf(notes);
    }

    /// Alone.
    static Line of(String row, String what, Samples measured, String unit, Target target, String... notes) {
        return new Line(row, what, measured, null, null, null, unit, target, List.of(notes));
    }

    /// Beside a reference.
    static Line of(
            String row, String what, String against, Pairs pairs, String unit, Target target, List<String> notes) {
        return new Line(row, what, pairs.subject(), against, pairs.reference(), pairs.ratios(), unit, target, notes);
    }

    Figure figure() {
        return new Figure(measured.median(), unit);
    }

    @Nullable
    Figure referenceFigure() {
        return reference == null ? null : new Figure(reference.median(), unit);
    }

    @Nullable
    Figure ratioFigure() {
        return ratio == null ? null : Figure.ratio(ratio.median());
    }

    /// For whoever waits for the table.
    String words() {
        var ratio = ratioFigure();
        return what + ": " + figure() + (ratio == null ? "" : ", " + ratio);
    }

    /// Whether the target is met; `null` where there is none.
    @Nullable
    Boolean met() {
        return target.isMetBy(judged().median());
    }

    /// Quartiles of what the target speaks about, and how often it was measured.
    String spread() {
        var judged = judged();
        return Figure.number(judged.lower()) + "–" + Figure.number(judged.upper()) + " (" + judged.count() + ")";
    }

    private Samples judged() {
        return ratio != null && (target.isRatio() || target instanceof Target.None) ? ratio : measured;
    }
}
