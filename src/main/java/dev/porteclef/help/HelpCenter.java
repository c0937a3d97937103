package dev.porteclef.help;

import dev.porteclef.exchange.ErrorCode;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.guide.Guides;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.content.ContentException;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Explanations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// All articles, read at start: files that come with the portal, and over them what editors have published. A packaged
/// article that is incomplete, contradicts the catalogue or differs from its translation stops the start with a
/// [ContentException] that names every file and line. A published one was checked when it was published; where it no
/// longer stands after an upgrade, the packaged one is shown and the log says so.
@Service
public class HelpCenter implements Explanations {

    private final ExchangeCatalogue catalogue;
    private final ObjectProvider<Edits> edits;
    private final ApplicationEventPublisher events;
    private final Map<ArticleId, ArticleFile> packaged;
    private final Editions editions;
    private volatile Edition now;

    @Autowired
    HelpCenter(
            ExchangeCatalogue catalogue,
            Guides guides,
            Installation installation,
            ObjectProvider<Edits> edits,
            ApplicationEventPublisher events) {
        this(catalogue, guides, installation, Packaged.read(catalogue), edits, events);
    }

    HelpCenter(
            ExchangeCatalogue catalogue,
            Guides guides,
            Installation installation,
            List<ArticleFile> files,
            ObjectProvider<Edits> edits,
            ApplicationEventPublisher events) {
        this.catalogue = catalogue;
        this.edits = edits;
        this.events = events;
        packaged = byId(files);
        editions = new Editions(catalogue, guides, installation, packaged);
        var problems = PackagedCheck.check(catalogue, editions.references(packaged.values()), packaged);
        if (!problems.isEmpty()) {
            throw new ContentException(problems);
        }
        now = editions.packaged();
    }

    /// All articles as they stand now.
    public Shelf shelf() {
        return now.shelf();
    }

    /// Looks again at what editors have published, and tells whoever follows. One at a time, so that what was read
    /// earlier is never shown later.
    public synchronized void refresh() {
        var shown = new ArrayList<ArticleFile>();
        var withdrawn = new ArrayList<ArticleFile>();
        edits.stream().map(Edits::published).forEach(all -> {
            all.shown().forEach((id, text) -> shown.add(file(id, text)));
            all.withdrawn().forEach((id, text) -> withdrawn.add(file(id, text)));
        });
        now = editions.of(byId(shown), byId(withdrawn));
        events.publishEvent(new HelpChanged(now.shelf()));
    }

    /// The file that came with the portal, nothing for an article that an editor began.
    public Optional<String> packaged(ArticleId id) {
        return Optional.ofNullable(packaged.get(id)).map(ArticleFile::text);
    }

    /// Where the file of `id` lies in the tree of the sources, or would lie.
    public String path(ArticleId id) {
        var file = packaged.get(id);
        return file == null ? Packaged.path(id) : file.markdown().name();
    }

    /// How `text` would look as the article `id`, among the others as they stand now.
    public Article preview(ArticleId id, String text) {
        var file = file(id, text);
        return new ArticleReader(editions.references(now.with(file))).read(file);
    }

    /// What stands against publishing `text` as the article `id`, empty where nothing does: what is incomplete, links
    /// that arrive nowhere, contradictions to the catalogue, an address that another article has or had, or the
    /// loss of one that readers know.
    public List<ContentProblem> check(ArticleId id, String text) {
        var file = file(id, text);
        var edition = now;
        var problems = new ArrayList<>(new ArticleCheck(editions.references(edition.with(file))).check(file));
        problems.addAll(AddressCheck.check(edition, file));
        return problems;
    }

    /// Where a translation differs from its original in what both must share; empty where it does not.
    public List<ContentProblem> compare(ArticleId id, String original, String translation) {
        var first = new ArticleFile(new ArticleId(id.family(), Shelf.ORIGINAL), id.family(), original);
        return TranslationCheck.compare(first, file(id, translation));
    }

    /// What readers would miss in other articles if there were no `family` any more: links to it, and codes that only
    /// it explains. By the article that would miss it; empty where none does.
    public Map<ArticleId, List<ContentProblem>> missing(String family) {
        var edition = now;
        var missing = editions.broken(edition.without(family));
        missing.keySet().removeAll(edition.broken().keySet());
        return missing;
    }

    /// What an upgrade has broken in packaged articles that nobody has edited, since an edit of another one lacks what
    /// they lead to. Their readers arrive at the beginning of that one. By the article whose link it is.
    public Map<ArticleId, List<ContentProblem>> broken() {
        return now.broken();
    }

    /// The mark that a translation bears while it follows `original`.
    public static String hash(String original) {
        return new ArticleFile(new ArticleId("", Shelf.ORIGINAL), "", original).hash();
    }

    @Override
    public boolean has(String exchange, String entry) {
        return shelf().at(Shelf.ORIGINAL, exchange, entry).isPresent();
    }

    @Override
    public List<Explanation> troubles(Language language, String exchange) {
        var known = catalogue.find(new ExchangeId(exchange));
        return shelf().in(language).stream()
                .filter(article -> exchange.equals(article.exchange()))
                .filter(article -> article.topics().contains(Topic.TROUBLE))
                .map(article -> new Explanation(
                        article.titleHtml(),
                        article.summary(),
                        article.address(),
                        known.stream()
                                .anyMatch(one -> one.errors().stream()
                                        .map(ErrorCode::code)
                                        .anyMatch(article.codes()::contains))))
                .toList();
    }

    private static ArticleFile file(ArticleId id, String text) {
        return new ArticleFile(id, id.toString(), text);
    }

    private static Map<ArticleId, ArticleFile> byId(List<ArticleFile> files) {
        var byId = new LinkedHashMap<ArticleId, ArticleFile>();
        files.forEach(file -> byId.put(file.id(), file));
        return byId;
    }
}
