package dev.porteclef.help;

import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.content.MarkdownFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an article and its translation must share, section by section: heading ids, steps, points, table rows, links,
/// references to the catalogue, words in code, and figures.
final class TranslationCheck {

    private static final Pattern STEP = Pattern.compile("(?m)^ {0,3}\\d+\\. ");
    private static final Pattern POINT = Pattern.compile("(?m)^ {0,3}[-*+] ");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]*)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
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
        var parts = parts(original);
        var others = parts(translation);
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

    private record Part(int line, String id, String text) {}

    private static List<Part> parts(ArticleFile file) {
        return Stream.concat(
                        Stream.of(new Part(
                                1,
                                "the beginning",
                                MarkdownFile.text(file.markdown().lead()))),
                        file.markdown().blocks().stream()
                                .map(block ->
                                        new Part(block.line(), block.id(), block.heading() + "\n" + block.text())))
                .toList();
    }

    private static void compare(List<ContentProblem> differences, ArticleFile file, Part part, Part other) {
        compareIn(differences, file, part, other, "steps", text -> all(STEP, text, _ -> "1"));
        compareIn(differences, file, part, other, "points", text -> all(POINT, text, _ -> "-"));
        compareIn(differences, file, part, other, "rows", text -> all(ROW, text, _ -> "|"));
        compareIn(differences, file, part, other, "links", text -> all(LINK, text, link -> link.group(1)));
        compareIn(differences, file, part, other, "words in code", text -> all(CODE, text, code -> code.group(1)));
        compareIn(differences, file, part, other, "figures", TranslationCheck::figures);
    }

    private static void compareIn(
            List<ContentProblem> differences,
            ArticleFile file,
            Part part,
            Part other,
            String what,
            Function<String, List<String>> of) {
        var wanted = of.apply(part.text());
        var found = of.apply(other.text());
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

    /// In the order of the alphabet: sentences are built differently in each language.
    private static List<String> all(Pattern pattern, String text, Function<MatchResult, String> of) {
        return pattern.matcher(text).results().map(of).sorted().toList();
    }

    /// Numbers written with digits, whatever separates their thousands and decimals.
    private static List<String> figures(String text) {
        var prose = CODE.matcher(LINK.matcher(STEP.matcher(text).replaceAll("")).replaceAll("]"))
                .replaceAll("");
        return all(FIGURE, prose, figure -> figure.group().replaceAll("[.,:\u00a0\u202f ]", ""));
    }
}
