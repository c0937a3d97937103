package dev.porteclef.editing;

import java.util.ArrayList;
import java.util.List;

/// Reads and changes single lines above an article's text and leaves every other byte as it is.
public final class FrontMatter {

    /// The mark by which a translation says which original it follows.
    public static final String IN_STEP_WITH = "in-step-with";

    private static final String FENCE = "---";

    private FrontMatter() {}

    /// What `text` says under `key`, empty where it says nothing.
    public static String value(String text, String key) {
        var lines = List.of(text.split("\n", -1));
        var place = place(lines, key);
        return place < 0 ? "" : lines.get(place).substring(key.length() + 1).strip();
    }

    /// `text` saying `value` under `key`; unchanged where nothing stands above the text.
    public static String with(String text, String key, String value) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        var place = place(lines, key);
        if (place >= 0) {
            lines.set(place, key + ": " + value);
        } else if (end(lines) > 0) {
            lines.add(end(lines), key + ": " + value);
        }
        return String.join("\n", lines);
    }

    private static int place(List<String> lines, String key) {
        for (var i = 1; i < end(lines); i++) {
            if (lines.get(i).startsWith(key + ":")) {
                return i;
            }
        }
        return -1;
    }

    /// The index of the fence below, 0 where there is none.
    private static int end(List<String> lines) {
        if (!lines.getFirst().equals(FENCE)) {
            return 0;
        }
        return Math.max(0, lines.subList(1, lines.size()).indexOf(FENCE) + 1);
    }
}
