package dev.porteclef.guide;

import dev.porteclef.exchange.ContentException;
import dev.porteclef.exchange.ContentProblem;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Explanations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/// The guides of all exchanges, read from the folders of their content once, at start. A guide that is incomplete, or
/// differs between the languages, stops the start with a [ContentException] that names every file and line.
@Service
public class Guides implements Explanations {

    private static final String FOLDER = "db/content/exchanges/";

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

    @Override
    public boolean has(String exchange, String entry) {
        return documents.entrySet().stream()
                .filter(document -> document.getKey().exchange().value().equals(exchange))
                .flatMap(document -> document.getValue().entries().stream())
                .anyMatch(known -> known.ids().contains(entry));
    }

    private record Pair(Language language, MarkdownFile guide, MarkdownFile errors) {

        List<ContentProblem> problems() {
            var problems = new ArrayList<>(guide.problems());
            problems.addAll(errors.problems());
            return problems;
        }
    }

    private List<ContentProblem> read(
            Exchange exchange, Installation installation, Function<String, Optional<String>> files) {
        var missing = new ArrayList<ContentProblem>();
        var pairs = new ArrayList<Pair>();
        for (var language : Language.values()) {
            var guide = open(exchange, "guide", language, files, missing);
            var errors = open(exchange, "errors", language, files, missing);
            pairs.add(new Pair(language, guide, errors));
        }
        if (!missing.isEmpty()) {
            return missing;
        }
        var check = new GuideCheck(exchange);
        var original = pairs.getFirst();
        for (var pair : pairs) {
            check.check(pair.guide(), pair.errors());
            check.compare(original.guide(), pair.guide());
            check.compare(original.errors(), pair.errors());
        }
        var problems = pairs.stream().flatMap(pair -> pair.problems().stream()).toList();
        if (problems.isEmpty()) {
            for (var pair : pairs) {
                var reader =
                        new GuideReader(pair.language(), new Placeholders(exchange, installation, pair.language()));
                documents.put(new Key(exchange.id(), pair.language()), reader.read(pair.guide(), pair.errors()));
            }
        }
        return problems;
    }

    private static MarkdownFile open(
            Exchange exchange,
            String kind,
            Language language,
            Function<String, Optional<String>> files,
            List<ContentProblem> missing) {
        var name = FOLDER + exchange.id() + "/" + kind + "." + language.tag() + ".md";
        var text = files.apply(name);
        if (text.isEmpty()) {
            missing.add(new ContentProblem(name, 1, "is missing"));
        }
        return new MarkdownFile(name, text.orElse(""));
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
