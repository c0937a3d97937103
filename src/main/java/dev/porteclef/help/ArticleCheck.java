package dev.porteclef.help;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.ui.MarkdownTree.Piece;
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
    /// What was meant to be a link and is drawn as it is written: its definition is missing, or it has a space inside.
    private static final Pattern NO_LINK = Pattern.compile("\\[[^\\]]*](?:\\[[^\\]]*]|\\([^)]*\\))");
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
        checkTargets(found, file.titlePieces());
        var exchange = references.exchange(file);
        var boxes = exchange.boxes().map(PermissionBox::label).collect(Collectors.toSet());
        for (var part : file.parts()) {
            checkTargets(found, part.pieces());
            part.pieces().forEach(piece -> checkClaims(found, piece, exchange, boxes));
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

    private void checkTargets(Found found, List<Piece> pieces) {
        for (var piece : pieces) {
            switch (piece.kind()) {
                case LINK -> {
                    if (!arrives(found.file(), piece.text())) {
                        found.report(piece.line(), "links to " + piece.text() + ", which is nowhere");
                    }
                }
                case IMAGE -> found.report(piece.line(), "has an image, which no page shows: " + piece.text());
                case HTML -> found.report(piece.line(), "has HTML, which is shown as it is written: " + piece.text());
                case WORDS ->
                    NO_LINK.matcher(piece.text())
                            .results()
                            .forEach(link ->
                                    found.report(piece.line(), "has a link that leads nowhere: " + link.group()));
                case CODE, STRESSED, PASSAGE, STEP, POINT, ROW -> {}
            }
        }
    }

    private boolean arrives(ArticleFile file, String target) {
        if (target.startsWith("https://") || target.startsWith("mailto:")) {
            return true;
        }
        if (target.startsWith("#")) {
            return ids(file).contains(target.substring(1));
        }
        var name = NAME.matcher(target);
        return name.matches() && references.in(file).find(name.group(1), name.group(2)) != null;
    }

    private static Set<String> ids(ArticleFile file) {
        var ids = new HashSet<String>();
        file.markdown().blocks().forEach(block -> ids.addAll(block.ids()));
        return ids;
    }

    private void checkClaims(Found found, Piece piece, Exchange exchange, Set<String> boxes) {
        if (piece.linked()) {
            return;
        }
        var text = piece.text();
        switch (piece.kind()) {
            case WORDS, CODE ->
                CODE.matcher(text)
                        .results()
                        .map(code -> code.group())
                        .filter(code -> !found.file().codes().contains(code))
                        .distinct()
                        .forEach(code -> found.report(
                                piece.line(),
                                references.explaining(exchange, code).isPresent()
                                        ? "names the code " + code + ": write [](code:" + code + ")"
                                        : "names the code " + code + ", which no article explains"));
            case STRESSED -> {
                if (boxes.contains(text)) {
                    found.report(
                            piece.line(), "names the box \"" + text + "\": write its name like [](box:orders.write)");
                }
            }
            case PASSAGE -> {
                if (LIST_LIMIT.matcher(text).find()) {
                    found.report(
                            piece.line(), "says how many addresses a list takes: write [](limit:listed-addresses)");
                }
            }
            case LINK, IMAGE, HTML, STEP, POINT, ROW -> {}
        }
    }
}
