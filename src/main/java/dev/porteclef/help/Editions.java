package dev.porteclef.help;

import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.guide.Guides;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.content.ContentProblem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings packaged files and edits together. An edit that contradicts this version of the portal gives way to the
/// packaged text; one that merely lacks a heading that a packaged article leads to stays, and is told of.
final class Editions {

    private static final Logger LOG = LoggerFactory.getLogger(Editions.class);

    private final ExchangeCatalogue catalogue;
    private final Guides guides;
    private final Installation installation;
    private final Map<ArticleId, ArticleFile> packaged;

    Editions(
            ExchangeCatalogue catalogue,
            Guides guides,
            Installation installation,
            Map<ArticleId, ArticleFile> packaged) {
        this.catalogue = catalogue;
        this.guides = guides;
        this.installation = installation;
        this.packaged = packaged;
    }

    /// The packaged files alone, of which nothing is wrong.
    Edition packaged() {
        return new Edition(packaged, Map.of(), shelf(packaged, Map.of()), Map.of());
    }

    /// The packaged files with those of `shown` over them that may be shown.
    ///
    /// @param withdrawn of which those that come with this version of the portal are no more
    Edition of(Map<ArticleId, ArticleFile> shown, Map<ArticleId, ArticleFile> withdrawn) {
        var files = new LinkedHashMap<>(packaged);
        var edited = new LinkedHashMap<>(shown);
        files.putAll(edited);
        // One that goes may take along another that led to it.
        var dropped = true;
        while (dropped) {
            dropped = dropOne(files, edited);
        }
        var gone = new LinkedHashMap<>(withdrawn);
        gone.keySet().removeAll(files.keySet());
        var broken = broken(files.values(), leadingInto(edited.keySet()));
        broken.values()
                .forEach(all -> all.forEach(problem -> LOG.warn("An edit leaves a link without an end: {}", problem)));
        return new Edition(files, gone, shelf(files, gone), broken);
    }

    References references(Collection<ArticleFile> files) {
        return new References(catalogue, guides, installation, files);
    }

    /// What is wrong with each of `files` among all of them; those that are right are absent.
    Map<ArticleId, List<ContentProblem>> broken(Collection<ArticleFile> files) {
        return broken(files, _ -> true);
    }

    private Map<ArticleId, List<ContentProblem>> broken(
            Collection<ArticleFile> files, Predicate<ArticleFile> suspected) {
        var check = new ArticleCheck(references(files));
        var broken = new LinkedHashMap<ArticleId, List<ContentProblem>>();
        files.stream().filter(suspected).forEach(file -> {
            var problems = check.check(file);
            if (!problems.isEmpty()) {
                broken.put(file.id(), problems);
            }
        });
        return broken;
    }

    /// What leads to a heading of an edit: only there can an edit leave a link without an end, and to look at all
    /// articles takes a while.
    private static Predicate<ArticleFile> leadingInto(Set<ArticleId> edited) {
        return file -> edited.stream()
                .filter(id -> id.language() == file.id().language())
                .anyMatch(id -> file.text().contains("help:" + id.family() + "#"));
    }

    private Shelf shelf(Map<ArticleId, ArticleFile> files, Map<ArticleId, ArticleFile> withdrawn) {
        var reader = new ArticleReader(references(files.values()));
        return new Shelf(files.values().stream().map(reader::read).toList(), withdrawn.values());
    }

    /// Edits may lead to each other, so each is judged among all; returns whether one had to give way.
    private boolean dropOne(Map<ArticleId, ArticleFile> files, Map<ArticleId, ArticleFile> edited) {
        var check = new ArticleCheck(references(files.values()));
        var wrong = edited.values().stream()
                .filter(file ->
                        !check.check(file).isEmpty() || takesAnAddress(file) || leavesACodeAlone(files.values(), file))
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

    /// Whether an article that comes with this version of the portal has the address of `file`.
    private boolean takesAnAddress(ArticleFile file) {
        return packaged.values().stream()
                .anyMatch(other -> other.id().language() == file.id().language()
                        && !other.id().family().equals(file.id().family())
                        && other.slug().equals(file.slug())
                        && Objects.equals(other.exchange(), file.exchange()));
    }

    /// Whether a code that the packaged text under `file` explains is explained by none of `files` in its language.
    private boolean leavesACodeAlone(Collection<ArticleFile> files, ArticleFile file) {
        var own = packaged.get(file.id());
        return own != null
                && own.codes().stream()
                        .anyMatch(code -> files.stream()
                                .filter(other ->
                                        other.id().language() == file.id().language())
                                .filter(other -> Objects.equals(other.exchange(), own.exchange()))
                                .noneMatch(other -> other.codes().contains(code)));
    }
}
