package dev.porteclef.platform.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A Markdown file of content cut at its headings, every line with its number; what is malformed is collected as
/// problems. Nothing is rendered here.
public final class MarkdownFile {

    private static final String FENCE = "---";
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s++(\\S.*|)");
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}$");
    private static final Pattern IDS = Pattern.compile("#[A-Za-z0-9][A-Za-z0-9._-]*(?: #[A-Za-z0-9][A-Za-z0-9._-]*)*");

    private final String name;
    private final List<Line> lines;
    private final Map<String, String> front = new LinkedHashMap<>();
    private final List<Line> lead = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<ContentProblem> problems = new ArrayList<>();

    /// One line of the file, counted from 1.
    public record Line(int number, String text) {}

    /// A heading with what follows it until the next one.
    ///
    /// @param level 2 for `##`, 3 for `###`
    public record Block(int line, int level, String heading, List<String> ids, List<Line> body) {

        /// The first of its ids, empty where the author forgot it.
        public String id() {
            return ids.isEmpty() ? "" : ids.getFirst();
        }

        /// The text below the heading.
        public String text() {
            return MarkdownFile.text(body);
        }
    }

    /// Reads `key: value` lines between two fences, then the text.
    ///
    /// @param required what must stand above the text
    /// @param optional what else may
    public MarkdownFile(String name, String text, Set<String> required, Set<String> optional) {
        this.name = name;
        var texts = text.split("\r?\n", -1);
        lines = new ArrayList<>();
        for (var i = 0; i < texts.length; i++) {
            lines.add(new Line(i + 1, texts[i]));
        }
        cut(readFrontMatter(required, optional));
    }

    public String name() {
        return name;
    }

    /// What is said above the text, empty where it is not.
    public String front(String key) {
        return front.getOrDefault(key, "");
    }

    /// What is said above the text as `[one, another]`; no entry may hold a comma and a space.
    public List<String> frontList(String key) {
        var value = front(key);
        if (!value.startsWith("[") || !value.endsWith("]")) {
            return List.of();
        }
        return Arrays.stream(value.substring(1, value.length() - 1).split(", ", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /// The line on which `key` is said, 1 where it is not.
    public int lineOf(String key) {
        return lines.stream()
                .filter(line -> line.text().startsWith(key + ":"))
                .mapToInt(Line::number)
                .findFirst()
                .orElse(1);
    }

    /// Every line of the file.
    public List<Line> lines() {
        return lines;
    }

    /// What stands between the front matter and the first heading.
    public List<Line> lead() {
        return lead;
    }

    /// The headings in their order.
    public List<Block> blocks() {
        return blocks;
    }

    /// Everything below the front matter, without blank lines around it.
    public String body() {
        var start =
                lines.stream().skip(1).filter(line -> line.text().equals(FENCE)).findFirst();
        return start.map(fence ->
                        text(lines.subList(fence.number(), lines.size())).strip())
                .orElse("");
    }

    public List<ContentProblem> problems() {
        return problems;
    }

    /// Notes that something is wrong: a sentence without a full stop that goes on after the place.
    public void report(int line, String sentence) {
        problems.add(new ContentProblem(name, line, sentence));
    }

    /// `lines` as one text.
    public static String text(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /// Returns the index of the first line after the front matter.
    private int readFrontMatter(Set<String> required, Set<String> optional) {
        var end = lines.stream()
                .skip(1)
                .filter(line -> line.text().equals(FENCE))
                .mapToInt(Line::number)
                .findFirst();
        if (!lines.getFirst().text().equals(FENCE) || end.isEmpty()) {
            report(
                    1,
                    "does not begin with "
                            + String.join(", ", required.stream().sorted().toList()) + " between two lines of ---");
            return 0;
        }
        for (var line : lines.subList(1, end.getAsInt() - 1)) {
            var colon = line.text().indexOf(':');
            var key = colon < 0 ? line.text() : line.text().substring(0, colon);
            if (!required.contains(key) && !optional.contains(key)) {
                report(line.number(), "has an unknown key \"" + key + "\" above the text");
            } else if (front.put(key, line.text().substring(colon + 1).strip()) != null) {
                report(line.number(), "says \"" + key + "\" twice");
            }
        }
        required.stream()
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
            var heading = HEADING.matcher(line.text().stripTrailing());
            if (code || !heading.matches()) {
                body.add(line);
                continue;
            }
            var level = heading.group(1).length();
            if (level != 2 && level != 3) {
                report(line.number(), "has a heading that is neither ## nor ###");
            }
            var text = heading.group(2);
            var braces = BRACES.matcher(text);
            var named = braces.find();
            body = new ArrayList<>();
            blocks.add(new Block(
                    line.number(),
                    level,
                    (named ? text.substring(0, braces.start()) : text).strip(),
                    ids(line, named ? braces.group(1) : null),
                    body));
        }
    }

    private List<String> ids(Line line, @Nullable String text) {
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
