package dev.porteclef.help;

import dev.porteclef.platform.content.ContentProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What must hold of the addresses of an article that is edited while readers use them: they stay, and are no others',
/// also where the others were withdrawn.
final class AddressCheck {

    private AddressCheck() {}

    /// What is wrong with `file` beside `edition`, whatever readers see there under the same name; empty where nothing
    /// is.
    static List<ContentProblem> check(Edition edition, ArticleFile file) {
        var family = file.id().family();
        var language = file.id().language();
        var problems = new ArrayList<ContentProblem>();
        var others = edition.shelf().in(language).stream()
                .filter(other -> !other.family().equals(family))
                .filter(other -> Objects.equals(other.exchange(), file.exchange()))
                .toList();
        others.stream()
                .filter(other ->
                        segments(other.slug(), other.family(), other.codes()).anyMatch(file.slug()::equals))
                .forEach(other -> problems.add(problem(file, "slug", "has an address of " + other.family())));
        edition.withdrawn().values().stream()
                .filter(other -> other.id().language() == language)
                .filter(other -> !other.id().family().equals(family))
                .filter(other -> Objects.equals(other.exchange(), file.exchange()))
                .filter(other -> segments(other.slug(), other.id().family(), other.codes())
                        .anyMatch(file.slug()::equals))
                .forEach(other -> problems.add(
                        problem(file, "slug", "has an address of " + other.id().family() + ", which was withdrawn")));
        edition.shelf().find(family, language).ifPresent(now -> {
            if (!now.slug().equals(file.slug()) || !Objects.equals(now.exchange(), file.exchange())) {
                problems.add(problem(
                        file, "slug", "has another address than " + now.address() + ": its address is permanent"));
            }
            now.codes().stream()
                    .filter(code -> !file.codes().contains(code))
                    .filter(code ->
                            others.stream().noneMatch(other -> other.codes().contains(code)))
                    .forEach(code -> problems.add(problem(
                            file, "codes", "no longer explains the code " + code + ", which no other article does")));
        });
        var before = edition.withdrawn().get(file.id());
        if (before != null
                && (!before.slug().equals(file.slug()) || !Objects.equals(before.exchange(), file.exchange()))) {
            problems.add(problem(
                    file,
                    "slug",
                    "has another address than before it was withdrawn, " + before.slug()
                            + ": its address is permanent"));
        }
        return problems;
    }

    private static Stream<String> segments(String slug, String family, List<String> codes) {
        return Stream.concat(Stream.of(slug, family), codes.stream());
    }

    private static ContentProblem problem(ArticleFile file, String key, String sentence) {
        return new ContentProblem(file.markdown().name(), file.markdown().lineOf(key), sentence);
    }
}
