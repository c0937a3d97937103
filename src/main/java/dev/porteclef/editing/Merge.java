package dev.porteclef.editing;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Two texts that grew out of one, brought together: whatever only one of them changed is taken from it. A line that
/// both changed is brought together by words; where that is impossible both stand in the text between marks.
///
/// @param text what was made of them
/// @param conflicts how many passages an editor has to decide
public record Merge(String text, int conflicts) {

    private static final String MINE = "<<<<<<< 1\n";
    private static final String BETWEEN = "=======\n";
    private static final String THEIRS = ">>>>>>> 2\n";

    /// The marks of a passage that waits for a decision.
    static final Pattern MARK = Pattern.compile("<{7} 1|={7}|>{7} 2");

    public static Merge of(String base, String mine, String theirs) {
        var conflicts = new ArrayList<String>();
        var text = merge(
                Differences.lines(base), Differences.lines(mine), Differences.lines(theirs), (old, one, other) -> {
                    var byWords = byWords(old, one, other);
                    if (byWords != null) {
                        return byWords;
                    }
                    conflicts.add(one);
                    return MINE + ended(one) + BETWEEN + ended(other) + THEIRS;
                });
        return new Merge(text, conflicts.size());
    }

    /// Decides about a passage that both changed.
    @FunctionalInterface
    private interface Decision {

        String between(String base, String mine, String theirs);
    }

    private static @Nullable String byWords(String base, String mine, String theirs) {
        var conflicts = new ArrayList<String>();
        var text =
                merge(Differences.tokens(base), Differences.tokens(mine), Differences.tokens(theirs), (_, one, _) -> {
                    conflicts.add(one);
                    return one;
                });
        return conflicts.isEmpty() ? text : null;
    }

    private static String merge(List<String> base, List<String> mine, List<String> theirs, Decision decision) {
        var ours = DiffUtils.diff(base, mine).getDeltas();
        var others = DiffUtils.diff(base, theirs).getDeltas();
        var text = new StringBuilder();
        var at = 0;
        var i = 0;
        var j = 0;
        while (i < ours.size() || j < others.size()) {
            var start = Math.min(position(ours, i, base.size()), position(others, j, base.size()));
            text.append(String.join("", base.subList(at, start)));
            var end = start;
            var firstOfOurs = i;
            var firstOfOthers = j;
            // Whatever touches belongs together.
            var grown = true;
            while (grown) {
                grown = false;
                while (i < ours.size() && position(ours, i, 0) <= end) {
                    end = Math.max(end, end(ours.get(i++)));
                    grown = true;
                }
                while (j < others.size() && position(others, j, 0) <= end) {
                    end = Math.max(end, end(others.get(j++)));
                    grown = true;
                }
            }
            var old = String.join("", base.subList(start, end));
            var one = apply(base, start, end, ours.subList(firstOfOurs, i));
            var other = apply(base, start, end, others.subList(firstOfOthers, j));
            if (one.equals(other) || other.equals(old)) {
                text.append(one);
            } else if (one.equals(old)) {
                text.append(other);
            } else {
                text.append(decision.between(old, one, other));
            }
            at = end;
        }
        return text.append(String.join("", base.subList(at, base.size()))).toString();
    }

    private static String apply(List<String> base, int start, int end, List<AbstractDelta<String>> deltas) {
        var text = new StringBuilder();
        var at = start;
        for (var delta : deltas) {
            text.append(String.join("", base.subList(at, delta.getSource().getPosition())));
            text.append(String.join("", delta.getTarget().getLines()));
            at = end(delta);
        }
        return text.append(String.join("", base.subList(at, end))).toString();
    }

    private static int position(List<AbstractDelta<String>> deltas, int index, int none) {
        return index < deltas.size() ? deltas.get(index).getSource().getPosition() : none;
    }

    private static int end(AbstractDelta<String> delta) {
        return delta.getSource().getPosition() + delta.getSource().size();
    }

    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }
}
