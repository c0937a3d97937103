package dev.porteclef.help.search;

import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.guide.Guides;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.HelpChanged;
import dev.porteclef.help.Shelf;
import dev.porteclef.platform.i18n.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/// Finds what answers a question in one language. Every node has its own index in memory; when the articles change,
/// another is built beside it and takes its place, so that a search never waits and never sees half of a change.
@Service
public class HelpSearch {

    /// How many results are shown.
    public static final int SHOWN = 20;
    /// How many suggestions.
    public static final int SUGGESTED = 7;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    private final Findables findables;
    private final Pasted pasted;
    private final MissedQuestions missed;
    private final Map<Language, Thesaurus> thesauri = new EnumMap<>(Language.class);
    private volatile Map<Language, SearchIndex> indexes;

    HelpSearch(HelpCenter help, Guides guides, ExchangeCatalogue catalogue, MissedQuestions missed) {
        this.findables = new Findables(guides, catalogue);
        this.pasted = new Pasted(catalogue);
        this.missed = missed;
        for (var language : Language.values()) {
            thesauri.put(language, Thesaurus.of(language));
        }
        indexes = build(help.shelf());
    }

    /// Indexes what the articles say now.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void follow(HelpChanged change) {
        synchronized (this) {
            indexes = build(change.shelf());
        }
    }

    private Map<Language, SearchIndex> build(Shelf shelf) {
        var built = new EnumMap<Language, SearchIndex>(Language.class);
        thesauri.forEach(
                (language, thesaurus) -> built.put(language, SearchIndex.of(findables.in(language, shelf), thesaurus)));
        return built;
    }

    /// What answers `question`.
    public SearchAnswer answer(Language language, String question, SearchFilter filter) {
        if (pasted.looksLikeCredential(question)) {
            return new SearchAnswer.Credential();
        }
        var index = index(language);
        var all = index.search(question, SearchFilter.NONE, SHOWN);
        var hits = filter.equals(SearchFilter.NONE) ? all : index.search(question, filter, SHOWN);
        if (all.isEmpty() && hits.isEmpty()) {
            return new SearchAnswer.Nothing(index.nearWords(question));
        }
        return new SearchAnswer.Found(hits, all.stream().map(Hit::found).toList());
    }

    /// Counts for the editors that somebody asked `question` and there was nothing at all.
    public void missed(Language language, String question) {
        var index = index(language);
        missed.note(language, question, index::words, index::known);
    }

    /// What `typed` may become, at most [#SUGGESTED]; nothing for a pasted credential.
    public List<Findable> suggestions(Language language, String typed) {
        return typed.strip().length() < SHORTEST || pasted.looksLikeCredential(typed)
                ? List.of()
                : index(language).complete(typed.substring(0, Math.min(typed.length(), LONGEST)), SUGGESTED);
    }

    /// Whether `typed` is a key or a secret rather than a question.
    public boolean isCredential(String typed) {
        return pasted.looksLikeCredential(typed);
    }

    private SearchIndex index(Language language) {
        return Objects.requireNonNull(indexes.get(language));
    }
}
