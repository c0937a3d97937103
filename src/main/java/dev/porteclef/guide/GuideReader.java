package dev.porteclef.guide;

import dev.porteclef.guide.GuideDocument.Part;
import dev.porteclef.guide.GuideDocument.Section;
import dev.porteclef.guide.GuideDocument.Widget;
import dev.porteclef.platform.content.MarkdownFile;
import dev.porteclef.platform.content.MarkdownFile.Line;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Typography;
import dev.porteclef.platform.ui.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Renders the file of one language. It has passed [GuideCheck], so ids and names are what they should be.
final class GuideReader {

    private final Language language;
    private final Placeholders placeholders;

    GuideReader(Language language, Placeholders placeholders) {
        this.language = language;
        this.placeholders = placeholders;
    }

    GuideDocument read(MarkdownFile guide) {
        var sections = new ArrayList<Section>();
        for (var block : guide.blocks()) {
            if (block.level() == 2) {
                sections.add(new Section(block.id(), inline(block.heading()), parts(block.body())));
            } else {
                var open = sections.removeLast();
                var sub = new Part.SubSection(block.id(), inline(block.heading()), html(block.body()));
                sections.add(new Section(
                        open.id(),
                        open.heading(),
                        Stream.concat(open.parts().stream(), Stream.of(sub)).toList()));
            }
        }
        return new GuideDocument(
                language,
                Typography.apply(language, guide.front("title")),
                Typography.apply(language, guide.front("description")),
                html(guide.lead()),
                sections);
    }

    private List<Part> parts(List<Line> body) {
        var parts = new ArrayList<Part>();
        var prose = new ArrayList<Line>();
        for (var line : body) {
            var widget = widget(line);
            if (widget.isEmpty()) {
                prose.add(line);
            } else {
                addProse(parts, prose);
                parts.add(new Part.Slot(widget.get()));
                prose.clear();
            }
        }
        addProse(parts, prose);
        return parts;
    }

    private void addProse(List<Part> parts, List<Line> prose) {
        var html = html(prose);
        if (!html.isBlank()) {
            parts.add(new Part.Prose(html));
        }
    }

    /// The widget that a line names, if it holds nothing but a name in double braces.
    static Optional<Widget> widget(Line line) {
        var braces = Placeholders.BRACES.matcher(line.text().strip());
        return braces.matches()
                ? Stream.of(Widget.values())
                        .filter(widget -> word(widget).equals(braces.group(1)))
                        .findFirst()
                : Optional.empty();
    }

    /// The name of a widget as authors write it.
    static String word(Widget widget) {
        return widget.name().toLowerCase(Locale.ROOT);
    }

    private String html(List<Line> lines) {
        var kept =
                placeholders.withoutMissingLinks(lines.stream().map(Line::text).toList());
        return placeholders.fill(Markdown.html(language, kept.stream().collect(Collectors.joining("\n"))));
    }

    private String inline(String heading) {
        return placeholders.fill(Markdown.inline(language, heading));
    }
}
