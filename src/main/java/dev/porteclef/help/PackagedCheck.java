package dev.porteclef.help;

import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.i18n.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What must hold of the articles that come with the portal, all together, before it starts.
final class PackagedCheck {

    private PackagedCheck() {}

    /// What is wrong with `packaged`, file by file and line by line; empty where nothing is.
    ///
    /// @param references among these files
    static List<ContentProblem> check(
            ExchangeCatalogue catalogue, References references, Map<ArticleId, ArticleFile> packaged) {
        var check = new ArticleCheck(references);
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
        problems.addAll(unexplained(catalogue, references));
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

    private static List<ContentProblem> unexplained(ExchangeCatalogue catalogue, References references) {
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
}
