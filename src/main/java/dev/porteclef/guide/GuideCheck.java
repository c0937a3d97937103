package dev.porteclef.guide;

import dev.porteclef.guide.GuideDocument.Widget;
import dev.porteclef.platform.content.MarkdownFile;
import dev.porteclef.platform.content.MarkdownFile.Block;
import dev.porteclef.platform.content.MarkdownFile.Line;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What must hold before a guide is shown: every name in braces is known, every link inside the page arrives, the steps
/// are steps, and both languages have the same bones.
final class GuideCheck {

    /// Where links from other pages arrive: `platform.ui.Addresses` names these.
    private static final String BOXES = "boxes";
    /// Sections that hold nothing but sub-sections.
    private static final Set<String> LISTS = Set.of(GuideDocument.STEPS, "pitfalls", "questions");

    private static final Pattern FRAGMENT = Pattern.compile("]\\(#([^)\\s]*)\\)");
    private static final Pattern STRAY = Pattern.compile("\\{\\{|}}");

    private GuideCheck() {}

    /// Notes what is wrong with one language's file.
    static void check(MarkdownFile guide) {
        checkBraces(guide);
        checkSections(guide);
        checkWidgets(guide);
        var targets =
                guide.blocks().stream().flatMap(block -> block.ids().stream()).collect(Collectors.toSet());
        checkFragments(guide, targets);
    }

    /// Notes in `translation` where it differs in structure from `original`; one difference a file, since what follows
    /// it is out of step anyway.
    static void compare(MarkdownFile original, MarkdownFile translation) {
        var bones = bones(original);
        var others = bones(translation);
        for (var i = 0; i < Math.max(bones.size(), others.size()); i++) {
            var bone = i < bones.size() ? bones.get(i) : new Bone(lastLine(original), "its end");
            var other = i < others.size() ? others.get(i) : new Bone(lastLine(translation), "its end");
            if (!bone.name().equals(other.name())) {
                var there = original.name().substring(original.name().lastIndexOf('/') + 1);
                translation.report(
                        other.line(),
                        "has " + other.name() + " where " + there + " has " + bone.name() + " (line " + bone.line()
                                + ")");
                return;
            }
        }
    }

    private record Bone(int line, String name) {}

    private static List<Bone> bones(MarkdownFile file) {
        var bones = new ArrayList<Bone>();
        for (var block : file.blocks()) {
            bones.add(new Bone(
                    block.line(), (block.level() == 2 ? "section #" : "part #") + String.join(" #", block.ids())));
            for (var line : block.body()) {
                GuideReader.widget(line)
                        .ifPresent(
                                widget -> bones.add(new Bone(line.number(), "{{" + GuideReader.word(widget) + "}}")));
            }
        }
        return bones;
    }

    private static int lastLine(MarkdownFile file) {
        return file.lines().size();
    }

    private static void checkBraces(MarkdownFile file) {
        for (var line : file.lines()) {
            if (GuideReader.widget(line).isPresent()) {
                continue;
            }
            Placeholders.BRACES
                    .matcher(line.text())
                    .results()
                    .map(braces -> braces.group(1))
                    .filter(name -> !Placeholders.NAMES.contains(name))
                    .forEach(name -> file.report(line.number(), "has an unknown placeholder {{" + name + "}}"));
            if (STRAY.matcher(Placeholders.BRACES.matcher(line.text()).replaceAll(""))
                    .find()) {
                file.report(line.number(), "has double braces without a name between them");
            }
        }
    }

    private static void checkSections(MarkdownFile guide) {
        var section = "";
        for (var block : guide.blocks()) {
            if (block.level() == 2) {
                section = block.id();
                checkList(guide, block);
            } else if (section.isEmpty()) {
                guide.report(block.line(), "has a ### before the first ##");
            }
            if (block.ids().size() > 1) {
                guide.report(block.line(), "gives a section more than one id");
            }
        }
        for (var id : List.of(BOXES, GuideDocument.STEPS)) {
            if (guide.blocks().stream()
                    .noneMatch(block -> block.level() == 2 && block.id().equals(id))) {
                guide.report(1, "has no section {#" + id + "}");
            }
        }
    }

    private static void checkList(MarkdownFile guide, Block section) {
        var next = guide.blocks().indexOf(section) + 1;
        if (!LISTS.contains(section.id())) {
            return;
        }
        section.body().stream()
                .filter(line -> !line.text().isBlank())
                .findFirst()
                .ifPresent(
                        line -> guide.report(line.number(), "has text in #" + section.id() + " outside its ### parts"));
        if (next == guide.blocks().size() || guide.blocks().get(next).level() != 3) {
            guide.report(section.line(), "has no ### parts in #" + section.id());
        }
    }

    private static void checkWidgets(MarkdownFile guide) {
        var missing = EnumSet.allOf(Widget.class);
        for (var block : guide.blocks()) {
            for (var line : block.body()) {
                GuideReader.widget(line).ifPresent(widget -> place(guide, block, line, widget, missing));
            }
        }
        missing.forEach(widget -> guide.report(1, "has no {{" + GuideReader.word(widget) + "}}"));
    }

    private static void place(MarkdownFile guide, Block block, Line line, Widget widget, Set<Widget> missing) {
        var name = "{{" + GuideReader.word(widget) + "}}";
        if (!missing.remove(widget)) {
            guide.report(line.number(), "has " + name + " twice");
        }
        if (block.level() != 2) {
            guide.report(line.number(), "has " + name + " inside a ### part");
        }
        if (widget == Widget.GRID && !block.id().equals(BOXES)) {
            guide.report(line.number(), "has " + name + " outside the section {#" + BOXES + "}");
        }
    }

    private static void checkFragments(MarkdownFile file, Set<String> targets) {
        for (var line : file.lines()) {
            FRAGMENT.matcher(line.text())
                    .results()
                    .map(link -> link.group(1))
                    .filter(target -> !targets.contains(target))
                    .forEach(target -> file.report(line.number(), "links to #" + target + ", which is nowhere"));
        }
    }
}
