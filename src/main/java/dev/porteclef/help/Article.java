package dev.porteclef.help;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Markdown;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One article of the help center in one language, ready to be drawn. Every `html`, `heading` and the lead are
/// sanitized
/// HTML in which names of the catalogue are replaced by what they stand for.
///
/// @param family what this article and its translations share: the name of their files (`10114`, `ip-list`)
/// @param slug the last segment of its address in this language
/// @param title plain text; `titleHtml` the same as inline HTML
/// @param summary plain text, one or two sentences
/// @param topics what it belongs to, the foremost first
/// @param exchange the id of the exchange that it is about, `null` where it is about none in particular
/// @param codes the codes of the exchange that it explains
/// @param reviewedOn when somebody last held it against its sources
/// @param sources addresses, files of the project, and their sections
/// @param askedAs how people ask for it in their own words; searched, never shown
/// @param inStepWith the [#hash] of the original that this translation follows, empty for the original itself
/// @param markdown the whole file, front matter included
/// @param links the families that the text leads to
public record Article(
        String family,
        Language language,
        String slug,
        String title,
        String titleHtml,
        String summary,
        List<Topic> topics,
        @Nullable String exchange,
        List<String> codes,
        LocalDate reviewedOn,
        List<String> sources,
        String owner,
        List<String> askedAs,
        String inStepWith,
        String hash,
        String markdown,
        String lead,
        List<Section> sections,
        List<String> links) {

    public Article {
        topics = List.copyOf(topics);
        codes = List.copyOf(codes);
        sources = List.copyOf(sources);
        askedAs = List.copyOf(askedAs);
        sections = List.copyOf(sections);
        links = List.copyOf(links);
    }

    /// A part of the text under its heading.
    ///
    /// @param id the fragment of its address, the same in every language
    public record Section(String id, String heading, String html) {}

    /// Its permanent address, relative to the application's root.
    public String address() {
        return Addresses.article(language, exchange, slug);
    }

    /// The words of its text, headings included, without tags.
    public String words() {
        return Stream.concat(
                        Stream.of(lead),
                        sections.stream().flatMap(section -> Stream.of(section.heading(), section.html())))
                .map(Markdown::plain)
                .collect(Collectors.joining(" "));
    }
}
