package dev.porteclef.editing;

import dev.porteclef.help.Article;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.Shelf;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.ui.MarkdownTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What other articles rely on in one: the headings that they lead to.
final class Incoming {

    private static final Pattern IDS = Pattern.compile("(?m)^#{2,3} .*\\{([^{}]*)}\\s*$");

    private Incoming() {}

    /// Which links of `shelf` would lead to a heading that `text` does not have.
    static List<ContentProblem> check(Shelf shelf, ArticleId id, String text) {
        var ids = ids(text);
        var link = "help:" + id.family() + "#";
        var problems = new ArrayList<ContentProblem>();
        for (var other : shelf.in(id.language())) {
            if (!other.family().equals(id.family())) {
                targets(link, other)
                        .filter(target -> !ids.contains(target))
                        .distinct()
                        .forEach(target -> problems.add(new ContentProblem(
                                id.toString(),
                                1,
                                "has no heading #" + target + ", to which " + other.family() + " leads")));
            }
        }
        return problems;
    }

    /// By the parsed text, where it is worth parsing: a link is one however it is written.
    private static Stream<String> targets(String link, Article article) {
        return article.markdown().contains(link)
                ? MarkdownTree.pieces(article.markdown()).stream()
                        .filter(piece -> piece.kind() == MarkdownTree.Kind.LINK)
                        .map(MarkdownTree.Piece::text)
                        .filter(target -> target.startsWith(link))
                        .map(target -> target.substring(link.length()))
                : Stream.empty();
    }

    private static Set<String> ids(String text) {
        return IDS.matcher(text)
                .results()
                .map((MatchResult heading) -> heading.group(1))
                .flatMap(all -> Stream.of(all.split(" ", -1)))
                .map(one -> one.startsWith("#") ? one.substring(1) : one)
                .collect(Collectors.toSet());
    }
}
