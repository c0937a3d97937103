package dev.porteclef.guide;

import dev.porteclef.platform.i18n.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The guide of one exchange in one language, ready to be drawn. Every `html` and every `heading` is sanitized HTML
/// with the installation's values filled in; headings are inline, without an element around them.
///
/// @param title the page's name, plain text
/// @param description one sentence for search engines, plain text
/// @param lead what stands above the first section
public record GuideDocument(Language language, String title, String description, String lead, List<Section> sections) {

    /// The id of the section whose sub-sections are the steps, one by one.
    public static final String STEPS = "steps";

    public GuideDocument {
        sections = List.copyOf(sections);
    }

    public Optional<Section> section(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    /// The steps to a key, in their order.
    public List<Part.SubSection> steps() {
        return section(STEPS).stream().flatMap(Section::subSections).toList();
    }

    /// Something drawn by the portal from data, where the author put its name in double braces on a line of its own.
    public enum Widget {
        GLANCE,
        STRATEGY,
        GRID,
        ADDRESSES,
        ERRORS
    }

    /// A section under its heading.
    ///
    /// @param id the fragment of its address, the same in every language
    public record Section(String id, String heading, List<Part> parts) {

        public Section {
            parts = List.copyOf(parts);
        }

        public Stream<Part.SubSection> subSections() {
            return parts.stream().filter(Part.SubSection.class::isInstance).map(Part.SubSection.class::cast);
        }
    }

    /// What a section is made of.
    public sealed interface Part {

        /// Running text.
        record Prose(String html) implements Part {}

        /// The place of a widget.
        record Slot(Widget widget) implements Part {}

        /// A step, a pitfall, a question.
        record SubSection(String id, String heading, String html) implements Part {}
    }
}
