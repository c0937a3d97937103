package dev.porteclef.guide;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.content.ContentException;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.content.MarkdownFile;
import dev.porteclef.platform.i18n.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/// The guides of all exchanges, read from the folders of their content once, at start. A guide that is incomplete, or
/// differs between the languages, stops the start with a [ContentException] that names every file and line.
@Service
public class Guides {

    private static final String FOLDER = "db/content/exchanges/";
    private static final Set<String> FRONT_MATTER = Set.of("title", "description");

    private final Map<Key, GuideDocument> documents = new HashMap<>();

    private record Key(ExchangeId exchange, Language language) {}

    @Autowired
    Guides(ExchangeCatalogue catalogue, Installation installation) {
        this(catalogue, installation, Guides::onClassPath);
    }

    /// @param files the text of a file by its path inside the content, if there is such a file
    Guides(ExchangeCatalogue catalogue, Installation installation, Function<String, Optional<String>> files) {
        var problems = new ArrayList<ContentProblem>();
        for (var exchange : catalogue.all()) {
            problems.addAll(read(exchange, installation, files));
        }
        if (!problems.isEmpty()) {
            throw new ContentException(problems);
        }
    }

    /// The guide of `exchange` in `language`; nothing for an exchange that the catalogue does not know.
    public Optional<GuideDocument> find(ExchangeId exchange, Language language) {
        return Optional.ofNullable(documents.get(new Key(exchange, language)));
    }

    private List<ContentProblem> read(
            Exchange exchange, Installation installation, Function<String, Optional<String>> files) {
        var missing = new ArrayList<ContentProblem>();
        var guides = new EnumMap<Language, MarkdownFile>(Language.class);
        for (var language : Language.values()) {
            guides.put(language, open(exchange, language, files, missing));
        }
        if (!missing.isEmpty()) {
            return missing;
        }
        var original = Objects.requireNonNull(guides.get(Language.ENGLISH));
        guides.values().forEach(guide -> {
            GuideCheck.check(guide);
            GuideCheck.compare(original, guide);
        });
        var problems = guides.values().stream()
                .flatMap(guide -> guide.problems().stream())
                .toList();
        if (problems.isEmpty()) {
            guides.forEach((language, guide) -> documents.put(
                    new Key(exchange.id(), language),
                    new GuideReader(language, new Placeholders(exchange, installation, language)).read(guide)));
        }
        return problems;
    }

    private static MarkdownFile open(
            Exchange exchange,
            Language language,
            Function<String, Optional<String>> files,
            List<ContentProblem> missing) {
        var name = FOLDER + exchange.id() + "/guide." + language.tag() + ".md";
        var text = files.apply(name);
        if (text.isEmpty()) {
            missing.add(new ContentProblem(name, 1, "is missing"));
        }
        return new MarkdownFile(name, text.orElse(""), FRONT_MATTER, Set.of());
    }

    private static Optional<String> onClassPath(String name) {
        var resource = new ClassPathResource(name);
        try {
            return resource.exists()
                    ? Optional.of(resource.getContentAsString(StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
