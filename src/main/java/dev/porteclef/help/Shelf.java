package dev.porteclef.help;

import dev.porteclef.platform.i18n.Language;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All articles at one moment; never changes.
public final class Shelf {

    /// The language in which articles are written first.
    public static final Language ORIGINAL = Language.ENGLISH;

    private final Map<Language, Map<String, Article>> families = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, Article>> segments = new EnumMap<>(Language.class);

    Shelf(List<Article> articles) {
        this(articles, List.of());
    }

    /// @param withdrawn whose addresses lead nowhere, not even to an article that is called like one of them
    Shelf(List<Article> articles, Collection<ArticleFile> withdrawn) {
        for (var language : Language.values()) {
            var own = articles.stream()
                    .filter(article -> article.language() == language)
                    .sorted(Comparator.comparing(Article::title, String.CASE_INSENSITIVE_ORDER))
                    .toList();
            var byFamily = new LinkedHashMap<String, Article>();
            own.forEach(article -> byFamily.put(article.family(), article));
            families.put(language, byFamily);
            var gone = withdrawn.stream()
                    .filter(file -> file.id().language() == language)
                    .flatMap(file ->
                            Stream.of(file.slug(), file.id().family()).map(segment -> key(file.exchange(), segment)))
                    .collect(Collectors.toSet());
            segments.put(language, segments(own, gone));
        }
    }

    /// What may end the address of an article: its slug before anything else, its family, each code that it explains.
    private static Map<String, Article> segments(List<Article> articles, Set<String> gone) {
        var segments = new HashMap<String, Article>();
        articles.forEach(article -> segments.put(key(article.exchange(), article.slug()), article));
        articles.stream()
                .filter(article -> !gone.contains(key(article.exchange(), article.family())))
                .forEach(article -> segments.putIfAbsent(key(article.exchange(), article.family()), article));
        articles.forEach(article ->
                article.codes().forEach(code -> segments.putIfAbsent(key(article.exchange(), code), article)));
        return segments;
    }

    /// The articles of `language` by title.
    public List<Article> in(Language language) {
        return List.copyOf(of(families, language).values());
    }

    /// The article of `family` in `language`.
    public Optional<Article> find(String family, Language language) {
        return Optional.ofNullable(of(families, language).get(family));
    }

    /// The article at an address: under its own slug, or under its family or a code, from where a reader is sent on.
    ///
    /// @param exchange the segment before the last, `null` where the address has none
    public Optional<Article> at(Language language, @Nullable String exchange, String segment) {
        return Optional.ofNullable(of(segments, language).get(key(exchange, segment)));
    }

    /// The families in the order of the original's titles; families without an original at the end.
    public List<String> families() {
        return Stream.concat(Stream.of(ORIGINAL), Stream.of(Language.values()))
                .flatMap(language -> of(families, language).keySet().stream())
                .distinct()
                .toList();
    }

    /// How `family` stands in `language`: an original is up to date with itself.
    public Standing standing(String family, Language language) {
        var original = find(family, ORIGINAL);
        return find(family, language)
                .map(article -> article.language() == ORIGINAL
                                || original.filter(first -> first.hash().equals(article.inStepWith()))
                                        .isPresent()
                        ? Standing.UP_TO_DATE
                        : Standing.BEHIND)
                .orElse(Standing.MISSING);
    }

    /// What to read next: what the article links to first, then what shares its foremost topic, at most `limit`.
    public List<Article> related(Article article, int limit) {
        var linked = article.links().stream().flatMap(family -> find(family, article.language()).stream());
        var near = in(article.language()).stream()
                .filter(other -> other.topics().getFirst() == article.topics().getFirst());
        return Stream.concat(linked, near)
                .filter(other -> !other.family().equals(article.family()))
                .distinct()
                .limit(limit)
                .toList();
    }

    private static String key(@Nullable String exchange, String segment) {
        return exchange == null ? segment : exchange + "/" + segment;
    }

    private static Map<String, Article> of(Map<Language, Map<String, Article>> maps, Language language) {
        return Objects.requireNonNull(maps.get(language));
    }
}
