package dev.porteclef.editing;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What one text says that another does not, by words.
public final class Differences {

    /// Compared by words, more than these would take long; such passages are told as wholes.
    private static final int MANY_WORDS = 3_000;

    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{L}\\p{M}\\p{N}]");

    private Differences() {}

    /// What became of a piece of text.
    public enum Kind {
        SAME,
        OUT,
        IN
    }

    /// @param text never empty
    public record Piece(Kind kind, String text) {}

    /// The way from `before` to `after`: all pieces but those that came in are `before`, all but those that went out
    /// are `after`. No piece is empty, and no two of a kind follow each other.
    public static List<Piece> between(String before, String after) {
        var pieces = new ArrayList<Piece>();
        var old = lines(before);
        var now = lines(after);
        var at = 0;
        for (var delta : DiffUtils.diff(old, now).getDeltas()) {
            var source = delta.getSource();
            add(pieces, Kind.SAME, String.join("", old.subList(at, source.getPosition())));
            words(
                    pieces,
                    String.join("", source.getLines()),
                    String.join("", delta.getTarget().getLines()));
            at = source.getPosition() + source.size();
        }
        add(pieces, Kind.SAME, String.join("", old.subList(at, old.size())));
        return List.copyOf(pieces);
    }

    private static void words(List<Piece> pieces, String before, String after) {
        var old = tokens(before);
        var now = tokens(after);
        if (old.size() + now.size() > MANY_WORDS) {
            add(pieces, Kind.OUT, before);
            add(pieces, Kind.IN, after);
            return;
        }
        var at = 0;
        for (var delta : DiffUtils.diff(old, now).getDeltas()) {
            var source = delta.getSource();
            add(pieces, Kind.SAME, String.join("", old.subList(at, source.getPosition())));
            add(pieces, Kind.OUT, String.join("", source.getLines()));
            add(pieces, Kind.IN, String.join("", delta.getTarget().getLines()));
            at = source.getPosition() + source.size();
        }
        add(pieces, Kind.SAME, String.join("", old.subList(at, old.size())));
    }

    private static void add(List<Piece> pieces, Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            pieces.set(pieces.size() - 1, new Piece(kind, pieces.getLast().text() + text));
        } else {
            pieces.add(new Piece(kind, text));
        }
    }

    /// Each with its end.
    static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)", -1));
    }

    static List<String> tokens(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
