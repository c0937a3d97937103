package dev.porteclef.help.search;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.guide.GuideDocument;
import dev.porteclef.guide.GuideDocument.Part;
import dev.porteclef.guide.Guides;
import dev.porteclef.help.Article;
import dev.porteclef.help.Shelf;
import dev.porteclef.help.Topic;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gathers what can be found: every article, every word of the glossary, every section of every guide.
final class Findables {

    /// The article whose sections are the words of the glossary.
    private static final String GLOSSARY = "glossary";
    /// The section of a guide that shows the permission boxes.
    private static final String BOXES = "boxes";
    /// The name of a box, which is found to the letter like a code.
    private static final Pattern SCOPE = Pattern.compile("[a-z_]+\\.[a-z]+");

    private final Guides guides;
    private final ExchangeCatalogue catalogue;

    Findables(Guides guides, ExchangeCatalogue catalogue) {
        this.guides = guides;
        this.catalogue = catalogue;
    }

    List<Findable> in(Language language, Shelf shelf) {
        var findables = new ArrayList<Findable>();
        for (var article : shelf.in(language)) {
            findables.add(article(article));
            if (article.family().equals(GLOSSARY)) {
                article.sections().forEach(section -> findables.add(term(article, section)));
            }
        }
        for (var exchange : catalogue.all()) {
            guides.find(exchange.id(), language)
                    .ifPresent(guide -> guide.sections().stream()
                            .flatMap(section -> sections(exchange, guide, section))
                            .forEach(findables::add));
        }
        return findables;
    }

    private static Findable article(Article article) {
        var body = Stream.concat(
                Stream.of(article.lead()), article.sections().stream().map(Article.Section::html));
        return new Findable(
                Findable.Kind.ARTICLE,
                article.family(),
                article.title(),
                article.summary(),
                article.topics().stream().map(Topic::word).toList(),
                Objects.requireNonNullElse(article.exchange(), ""),
                article.codes(),
                article.askedAs(),
                article.sections().stream()
                        .map(section -> Markdown.plain(section.heading()))
                        .toList(),
                plain(body),
                article.address());
    }

    private static Findable term(Article glossary, Article.Section section) {
        return new Findable(
                Findable.Kind.GLOSSARY,
                GLOSSARY + "#" + section.id(),
                Markdown.plain(section.heading()),
                "",
                List.of(Topic.GLOSSARY.word()),
                "",
                List.of(),
                List.of(),
                List.of(),
                Markdown.plain(section.html()),
                glossary.address() + "#" + section.id());
    }

    private static Stream<Findable> sections(Exchange exchange, GuideDocument guide, GuideDocument.Section section) {
        var own = section.parts().stream()
                .filter(Part.Prose.class::isInstance)
                .map(Part.Prose.class::cast)
                .map(Part.Prose::html);
        var names = section.id().equals(BOXES)
                ? exchange.boxes()
                        .flatMap(box -> Stream.of(box.label(), box.id()))
                        .toList()
                : List.<String>of();
        var text = Stream.concat(Stream.of(plain(own)), names.stream()).collect(Collectors.joining(" "));
        var parts = section.subSections()
                .map(part ->
                        section(exchange, guide, part.id(), part.heading(), List.of(), Markdown.plain(part.html())));
        return text.isBlank()
                ? parts
                : Stream.concat(
                        Stream.of(section(exchange, guide, section.id(), section.heading(), names, text)), parts);
    }

    private static Findable section(
            Exchange exchange, GuideDocument guide, String id, String heading, List<String> names, String text) {
        var page = Addresses.guide(guide.language(), exchange.id().value());
        return new Findable(
                Findable.Kind.GUIDE,
                exchange.id() + "#" + id,
                Markdown.plain(heading),
                "",
                List.of(Topic.CONNECT.word()),
                exchange.id().value(),
                names.stream().filter(SCOPE.asMatchPredicate()).toList(),
                names,
                List.of(),
                text,
                page + "#" + id);
    }

    private static String plain(Stream<String> html) {
        return html.map(Markdown::plain).collect(Collectors.joining(" "));
    }
}
