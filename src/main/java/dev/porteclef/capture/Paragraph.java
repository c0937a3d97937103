package dev.porteclef.capture;

/// Text for a terminal: lines of bounded width, the later ones set in below the first word.
final class Paragraph {

    private static final int WIDTH = 100;

    private Paragraph() {}

    /// `lead` and the words of `text`, with a line's end at the end.
    static String of(String lead, String text) {
        var paragraph = new StringBuilder();
        var line = new StringBuilder(lead);
        var indent = " ".repeat(lead.startsWith("-") ? 2 : lead.length());
        for (var word : text.strip().split("\\s+", -1)) {
            if (line.length() + word.length() > WIDTH && !line.toString().isBlank()) {
                paragraph.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        return paragraph.append(line.toString().stripTrailing()).append('\n').toString();
    }
}
