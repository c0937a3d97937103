package dev.porteclef.help.ui;

import java.util.regex.Pattern;

/// What readers are told of a source that is a file of the project: they have no address for it.
final class SourceName {

    private static final Pattern NOTES = Pattern.compile("src/docs/exchanges/(\\w+)\\.md(?: (.+))?");
    private static final Pattern DECISION = Pattern.compile("src/docs/decisions/(\\d{4})-.*\\.md");
    private static final Pattern FILE = Pattern.compile("([A-Z]+)\\.md(?: (.+))?");

    private SourceName() {}

    /// Gives the text of a key.
    @FunctionalInterface
    interface Words {
        String text(String key, Object... arguments);
    }

    static String of(String source, Words words) {
        var notes = NOTES.matcher(source);
        if (notes.matches()) {
            var exchange = Character.toUpperCase(notes.group(1).charAt(0))
                    + notes.group(1).substring(1);
            return notes.group(2) == null
                    ? words.text("help.source.notes", exchange)
                    : words.text("help.source.notes.section", exchange, notes.group(2));
        }
        var decision = DECISION.matcher(source);
        if (decision.matches()) {
            return words.text("help.source.decision", decision.group(1));
        }
        var file = FILE.matcher(source);
        if (file.matches()) {
            return file.group(2) == null
                    ? words.text("help.source.file", file.group(1))
                    : words.text("help.source.file.section", file.group(1), file.group(2));
        }
        return source;
    }
}
