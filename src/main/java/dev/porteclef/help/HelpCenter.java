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
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(HelpCenter.class);

    private final ExchangeCatalogue catalogue;
    private final Guides guides;
    private final Installation installation;
    private final ObjectProvider<Edits> edits;
    private final ApplicationEventPublisher events;
    private final Map<ArticleId, ArticleFile> packaged;
    private volatile Shelf shelf;

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
        this.guides = guides;
        this.installation = installation;
        this.edits = edits;
        this.events = events;
        packaged = byId(files);
        var problems = problems();
        if (!problems.isEmpty()) {
            throw new ContentException(problems);
        }
        shelf = build(packaged.values());
    }

    /// All articles as they stand now.
    public Shelf shelf() {
        return shelf;
    }

    /// Looks again at what editors have published, and tells whoever follows. One at a time, so that what was read
    /// earlier is never shown later.
    public synchronized void refresh() {
        var files = new LinkedHashMap<>(packaged);
        var edited = new LinkedHashMap<ArticleId, ArticleFile>();
        edits.stream()
                .forEach(all -> all.published()
                        .forEach((id, text) -> edited.put(id, new ArticleFile(id, id.toString(), text))));
        files.putAll(edited);
        // One that goes may take along another that led to it.
        var dropped = true;
        while (dropped) {
            dropped = dropOne(files, edited);
        }
        shelf = build(files.values());
        events.publishEvent(new HelpChanged(shelf));
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
        var file = new ArticleFile(id, id.toString(), text);
        return new ArticleReader(references(with(file))).read(file);
    }

    /// What stands against publishing `text` as the article `id`, empty where nothing does: what is incomplete, links
    /// that arrive nowhere, contradictions to the catalogue, an address that another article has, or the loss of
    /// one that readers know.
    public List<ContentProblem> check(ArticleId id, String text) {
        var file = new ArticleFile(id, id.toString(), text);
        var problems = new ArrayList<>(new ArticleCheck(references(with(file))).check(file));
        problems.addAll(AddressCheck.check(shelf, file));
        return problems;
    }

    /// Where a translation differs from its original in what both must share; empty where it does not.
    public List<ContentProblem> compare(ArticleId id, String original, String translation) {
        var first = new ArticleFile(new ArticleId(id.family(), Shelf.ORIGINAL), id.family(), original);
        return TranslationCheck.compare(first, new ArticleFile(id, id.toString(), translation));
    }

    /// The mark that a translation bears while it follows `original`.
    public static String hash(String original) {
        return new ArticleFile(new ArticleId("", Shelf.ORIGINAL), "", original).hash();
    }

    @Override
    public boolean has(String exchange, String entry) {
        return shelf.at(Shelf.ORIGINAL, exchange, entry).isPresent();
    }

    @Override
    public List<Explanation> troubles(Language language, String exchange) {
        var known = catalogue.find(new ExchangeId(exchange));
        return shelf.in(language).stream()
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

    /// Edits may lead to each other, so each is judged among all; returns whether one had to give way.
    private boolean dropOne(Map<ArticleId, ArticleFile> files, Map<ArticleId, ArticleFile> edited) {
        var check = new ArticleCheck(references(files.values()));
        var wrong = edited.values().stream()
                .filter(file -> !check.check(file).isEmpty())
                .findFirst();
        wrong.ifPresent(file -> {
            LOG.warn("What an editor published as {} contradicts this version and is not shown", file.id());
            edited.remove(file.id());
            var own = packaged.get(file.id());
            if (own == null) {
                files.remove(file.id());
            } else {
                files.put(file.id(), own);
            }
        });
        return wrong.isPresent();
    }

    private Collection<ArticleFile> with(ArticleFile file) {
        var files = new LinkedHashMap<ArticleId, ArticleFile>();
        for (var language : Language.values()) {
            shelf.in(language).forEach(article -> {
                var id = new ArticleId(article.family(), language);
                files.put(id, new ArticleFile(id, id.toString(), article.markdown()));
            });
        }
        files.put(file.id(), file);
        return files.values();
    }

    private Shelf build(Collection<ArticleFile> files) {
        var reader = new ArticleReader(references(files));
        return new Shelf(files.stream().map(reader::read).toList());
    }

    private References references(Collection<ArticleFile> files) {
        return new References(catalogue, guides, installation, files);
    }

    private List<ContentProblem> problems() {
        var check = new ArticleCheck(references(packaged.values()));
        var problems = new ArrayList<ContentProblem>();
        packaged.values().forEach(file -> problems.addAll(check.check(file)));
        for (var file : packaged.values()) {
            for (var language : Language.values()) {
                var other = packaged.get(new ArticleId(file.id().family(), language));
                if (other == null) {
                    problems.add(new ContentProblem(file.markdown().name(), 1, "is missing in " + language.tag()));
                } else if (file.id().language() == Shelf.ORIGINAL && language != Shelf.ORIGINAL) {
                    problems.addAll(TranslationCheck.compare(file, other));
                }
            }
        }
        problems.addAll(sameAddress(packaged.values()));
        problems.addAll(unexplained());
        problems.sort(Comparator.comparing(ContentProblem::file).thenComparingInt(ContentProblem::line));
        return problems;
    }

    private static List<ContentProblem> sameAddress(Collection<ArticleFile> files) {
        var taken = new LinkedHashMap<String, ArticleFile>();
        var problems = new ArrayList<ContentProblem>();
        for (var file : files) {
            var address = file.id().language().tag() + "/" + file.exchange() + "/" + file.slug();
            var other = taken.putIfAbsent(address, file);
            if (other != null) {
                problems.add(new ContentProblem(
                        file.markdown().name(),
                        1,
                        "has the address of " + other.markdown().name()));
            }
        }
        return problems;
    }

    private List<ContentProblem> unexplained() {
        var references = references(packaged.values());
        return catalogue.all().stream()
                .flatMap(exchange -> exchange.errors().stream()
                        .filter(error ->
                                references.explaining(exchange, error.code()).isEmpty())
                        .map(error -> new ContentProblem(
                                "db/content/exchanges/" + exchange.id() + "/exchange.yaml",
                                1,
                                "has the code " + error.code() + ", which no article explains")))
                .toList();
    }

    private static Map<ArticleId, ArticleFile> byId(List<ArticleFile> files) {
        var byId = new LinkedHashMap<ArticleId, ArticleFile>();
        Stream.of(files).flatMap(List::stream).forEach(file -> byId.put(file.id(), file));
        return byId;
    }
}
