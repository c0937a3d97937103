package dev.porteclef.help;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.content.MarkdownFile.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What must hold of one article: everything is said above the text, every link arrives, and what it says of a code, a
/// box or a limit is a reference to the catalogue, so that it cannot contradict it.
final class ArticleCheck {

    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]*)\\)");
    private static final Pattern NAME = Pattern.compile("([a-z]+):([^/].*)");
    /// How the codes of the exchanges known so far are written.
    private static final Pattern CODE = Pattern.compile("(?<![\\w.,#:/-])[12]\\d{4}(?![\\w-])");
    /// How many addresses an IP list takes is the catalogue's to say.
    private static final Pattern LIST_LIMIT =
            Pattern.compile("(?:up to|at most|jusqu'à|au plus|maximum) \\d+ (?:addresses|adresses)");

    /// Ids of what stands around an article.
    private static final Set<String> RESERVED =
            Set.of("sources", "related", "helpful", "own-case", "main", "outlet", "first", "help-question");

    private static final int LONGEST_SUMMARY = 200;

    private final References references;

    ArticleCheck(References references) {
        this.references = references;
    }

    /// What is wrong with `file`; empty where nothing is.
    List<ContentProblem> check(ArticleFile file) {
        var found = new Found(file, new ArrayList<>(file.markdown().problems()));
        checkFront(found);
        var body = file.markdown().lines().stream()
                .filter(line -> line.number() > endOfFront(file))
                .toList();
        var exchange = references.exchange(file);
        var boxes = exchange.boxes().map(PermissionBox::label).collect(Collectors.toSet());
        for (var line : body) {
            checkLinks(found, line);
            checkClaims(found, line, exchange, boxes);
        }
        return List.copyOf(found.problems());
    }

    private record Found(ArticleFile file, List<ContentProblem> problems) {

        void report(int line, String sentence) {
            problems.add(new ContentProblem(file.markdown().name(), line, sentence));
        }

        void reportFront(String key, String sentence) {
            report(file.markdown().lineOf(key), sentence);
        }
    }

    private static int endOfFront(ArticleFile file) {
        return file.markdown().lines().stream()
                .skip(1)
                .filter(line -> line.text().equals("---"))
                .mapToInt(Line::number)
                .findFirst()
                .orElse(0);
    }

    private void checkFront(Found found) {
        var file = found.file();
        var markdown = file.markdown();
        if (!SLUG.matcher(file.slug()).matches()) {
            found.reportFront("slug", "has a slug that is no part of an address: " + file.slug());
        }
        if (file.reviewedOn().isEmpty()) {
            found.reportFront("reviewed-on", "has a review that is no date (2026-11-30)");
        }
        if (markdown.frontList("sources").isEmpty()) {
            found.reportFront("sources", "names no source");
        }
        if (markdown.front("summary").length() > LONGEST_SUMMARY) {
            found.reportFront("summary", "has a summary of more than " + LONGEST_SUMMARY + " characters");
        }
        for (var tag : markdown.frontList("tags")) {
            if (Topic.of(tag).isEmpty()) {
                found.reportFront("tags", "has an unknown tag \"" + tag + "\"");
            }
        }
        if (file.topics().isEmpty()) {
            found.reportFront("tags", "has no tag");
        }
        var exchange = file.exchange();
        if (exchange != null && !references.exchange(file).id().value().equals(exchange)) {
            found.reportFront("exchange", "is about an exchange that nobody knows: " + exchange);
        }
        if (exchange == null && !file.codes().isEmpty()) {
            found.reportFront("codes", "explains codes but names no exchange");
        }
        if (markdown.body().isBlank()) {
            found.report(1, "has no text");
        }
        for (var block : markdown.blocks()) {
            block.ids().stream()
                    .filter(RESERVED::contains)
                    .forEach(id -> found.report(block.line(), "uses the id \"" + id + "\", which the page has itself"));
        }
    }

    private void checkLinks(Found found, Line line) {
        var names = references.in(found.file());
        LINK.matcher(line.text()).results().map(link -> link.group(1)).forEach(target -> {
            var name = NAME.matcher(target);
            if (target.startsWith("https://") || target.startsWith("mailto:")) {
                return;
            }
            if (target.startsWith("#")) {
                if (!ids(found.file()).contains(target.substring(1))) {
                    found.report(line.number(), "links to " + target + ", which is nowhere");
                }
            } else if (!name.matches() || names.find(name.group(1), name.group(2)) == null) {
                found.report(line.number(), "links to " + target + ", which is nowhere");
            }
        });
    }

    private static Set<String> ids(ArticleFile file) {
        var ids = new HashSet<String>();
        file.markdown().blocks().forEach(block -> ids.addAll(block.ids()));
        return ids;
    }

    private void checkClaims(Found found, Line line, Exchange exchange, Set<String> boxes) {
        var text = LINK.matcher(line.text()).replaceAll("");
        CODE.matcher(text)
                .results()
                .map(code -> code.group())
                .filter(code -> !found.file().codes().contains(code))
                .distinct()
                .forEach(code -> found.report(
                        line.number(),
                        references.explaining(exchange, code).isPresent()
                                ? "names the code " + code + ": write [](code:" + code + ")"
                                : "names the code " + code + ", which no article explains"));
        boxes.stream()
                .filter(label -> text.contains("**" + label + "**") || text.contains("*" + label + "*"))
                .forEach(label -> found.report(
                        line.number(), "names the box \"" + label + "\": write its name like [](box:orders.write)"));
        if (LIST_LIMIT.matcher(text).find()) {
            found.report(line.number(), "says how many addresses a list takes: write [](limit:listed-addresses)");
        }
    }
}
