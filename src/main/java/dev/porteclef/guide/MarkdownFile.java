package dev.porteclef.guide;

import dev.porteclef.exchange.ContentProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A Markdown file of content cut at its headings, every line with its number; what is malformed is collected as
/// problems. Nothing is rendered here.
final class MarkdownFile {

    private static final String FENCE = "---";
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*(?:\\{([^{}]*)})?\\s*");
    private static final Pattern IDS = Pattern.compile("#[A-Za-z0-9][A-Za-z0-9._-]*(?: #[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final Set<String> FRONT_MATTER = Set.of("title", "description");

    private final String name;
    private final List<Line> lines;
    private final Map<String, String> front = new LinkedHashMap<>();
    private final List<Line> lead = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<ContentProblem> problems = new ArrayList<>();

    /// One line of the file, counted from 1.
    record Line(int number, String text) {}

    /// A heading with what follows it until the next one.
    ///
    /// @param level 2 for `##`, 3 for `###`
    record Block(int line, int level, String heading, List<String> ids, List<Line> body) {

        String id() {
            return ids.isEmpty() ? "" : ids.getFirst();
        }
    }

    MarkdownFile(String name, String text) {
        this.name = name;
        var texts = text.split("\r?\n", -1);
        lines = new ArrayList<>();
        for (var i = 0; i < texts.length; i++) {
            lines.add(new Line(i + 1, texts[i]));
        }
        cut(readFrontMatter());
    }

    String name() {
        return name;
    }

    String front(String key) {
        return front.getOrDefault(key, "");
    }

    /// Every line of the file.
    List<Line> lines() {
        return lines;
    }

    List<Line> lead() {
        return lead;
    }

    List<Block> blocks() {
        return blocks;
    }

    List<ContentProblem> problems() {
        return problems;
    }

    void report(int line, String sentence) {
        problems.add(new ContentProblem(name, line, sentence));
    }

    /// Reads `key: value` lines between the two fences and returns the index of the first line after them.
    private int readFrontMatter() {
        var end = lines.stream()
                .skip(1)
                .filter(line -> line.text().equals(FENCE))
                .mapToInt(Line::number)
                .findFirst();
        if (!lines.getFirst().text().equals(FENCE) || end.isEmpty()) {
            report(1, "does not begin with title and description between two lines of ---");
            return 0;
        }
        for (var line : lines.subList(1, end.getAsInt() - 1)) {
            var colon = line.text().indexOf(':');
            var key = colon < 0 ? line.text() : line.text().substring(0, colon);
            if (!FRONT_MATTER.contains(key)) {
                report(line.number(), "has an unknown key \"" + key + "\" above the text");
            } else if (front.put(key, line.text().substring(colon + 1).strip()) != null) {
                report(line.number(), "says \"" + key + "\" twice");
            }
        }
        FRONT_MATTER.stream()
                .sorted()
                .filter(key -> front(key).isEmpty())
                .forEach(key -> report(1, "has no \"" + key + "\""));
        return end.getAsInt();
    }

    private void cut(int start) {
        var body = lead;
        var code = false;
        for (var line : lines.subList(start, lines.size())) {
            code ^= line.text().startsWith("```");
            var heading = HEADING.matcher(line.text());
            if (code || !heading.matches()) {
                body.add(line);
                continue;
            }
            var level = heading.group(1).length();
            if (level != 2 && level != 3) {
                report(line.number(), "has a heading that is neither ## nor ###");
            }
            body = new ArrayList<>();
            blocks.add(new Block(line.number(), level, heading.group(2), ids(line, heading.group(3)), body));
        }
    }

    private List<String> ids(Line line, String text) {
        if (text == null || !IDS.matcher(text).matches()) {
            report(line.number(), "has a heading without an id like {#name}");
            return List.of();
        }
        var ids = Arrays.stream(text.split(" ", -1)).map(id -> id.substring(1)).toList();
        for (var id : ids) {
            if (blocks.stream().anyMatch(block -> block.ids().contains(id))) {
                report(line.number(), "uses the id \"" + id + "\" twice");
            }
        }
        return ids;
    }
}
