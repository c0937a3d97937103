package dev.porteclef.help;

import dev.porteclef.help.ArticleFile.Part;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.ui.MarkdownTree.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an article and its translation must share, section by section: heading ids, steps, points, table rows, links,
/// references to the catalogue, words in code, and figures.
final class TranslationCheck {

    private static final Pattern FIGURE = Pattern.compile("\\d(?:[\\d.,:\u00a0\u202f -]*\\d)?");

    private TranslationCheck() {}

    /// Where `translation` differs from `original`: one sentence for each kind of difference in each section.
    static List<ContentProblem> compare(ArticleFile original, ArticleFile translation) {
        var differences = new ArrayList<ContentProblem>();
        compareValue(differences, translation, "exchange", original.exchange(), translation.exchange());
        compareValue(differences, translation, "codes", original.codes(), translation.codes());
        compareValue(differences, translation, "tags", original.topics(), translation.topics());
        compareValue(
                differences,
                translation,
                "sources",
                original.markdown().frontList("sources"),
                translation.markdown().frontList("sources"));
        var parts = original.parts();
        var others = translation.parts();
        compareValue(
                differences,
                translation,
                "headings",
                parts.stream().map(Part::id).toList(),
                others.stream().map(Part::id).toList());
        for (var i = 0; i < Math.min(parts.size(), others.size()); i++) {
            compare(differences, translation, parts.get(i), others.get(i));
        }
        return differences;
    }

    private static void compare(List<ContentProblem> differences, ArticleFile file, Part part, Part other) {
        compareIn(differences, file, part, other, "steps", one -> one.texts(Kind.STEP));
        compareIn(differences, file, part, other, "points", one -> one.texts(Kind.POINT));
        compareIn(differences, file, part, other, "rows", one -> one.texts(Kind.ROW));
        compareIn(differences, file, part, other, "links", one -> one.texts(Kind.LINK));
        compareIn(differences, file, part, other, "words in code", one -> one.texts(Kind.CODE));
        compareIn(differences, file, part, other, "figures", TranslationCheck::figures);
    }

    /// In the order of the alphabet: sentences are built differently in each language.
    private static void compareIn(
            List<ContentProblem> differences,
            ArticleFile file,
            Part part,
            Part other,
            String what,
            Function<Part, List<String>> of) {
        var wanted = of.apply(part).stream().sorted().toList();
        var found = of.apply(other).stream().sorted().toList();
        if (!wanted.equals(found)) {
            differences.add(new ContentProblem(
                    file.markdown().name(),
                    other.line(),
                    "has other " + what + " in #" + other.id() + " than the original: " + found + " instead of "
                            + wanted));
        }
    }

    private static void compareValue(
            List<ContentProblem> differences,
            ArticleFile file,
            String what,
            @Nullable Object wanted,
            @Nullable Object found) {
        if (!Objects.equals(wanted, found)) {
            differences.add(new ContentProblem(
                    file.markdown().name(),
                    file.markdown().lineOf(what),
                    "has other " + what + " than the original: " + found + " instead of " + wanted));
        }
    }

    /// Numbers written with digits, whatever separates their thousands and decimals.
    private static List<String> figures(Part part) {
        return part.texts(Kind.WORDS).stream()
                .flatMap(words -> FIGURE.matcher(words).results())
                .map(figure -> figure.group().replaceAll("[.,:\u00a0\u202f ]", ""))
                .toList();
    }
}
