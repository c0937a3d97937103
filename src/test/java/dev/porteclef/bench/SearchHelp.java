package dev.porteclef.bench;

import dev.porteclef.help.search.ManyArticles;
import dev.porteclef.help.search.ManyArticles.Searching;
import dev.porteclef.platform.i18n.Language;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A search among ten thousand articles of a language, as slow as one in a hundred is, against Lucene alone on the same
/// texts in one field; and what their index costs. Fields, phrases, mistakes and marks make the difference.
final class SearchHelp implements Row {

    private static final int ARTICLES = 10_000;
    private static final Target TARGET = new Target.AtMost(new Figure(5, "ms"));

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void measure(Scale scale, Consumer<Line> lines) throws Exception {
        for (var language : Language.values()) {
            var articles = new ManyArticles(language, ARTICLES, 23);
            var questions = articles.questions(scale.of(1_000, 300));
            var before = megabytesInUse();
            var began = System.nanoTime();
            var portal = articles.portal();
            var built = (System.nanoTime() - began) / 1e9;
            var memory = megabytesInUse() - before;
            var bare = articles.bareLucene();
            var pairs = Pairs.alternating(
                    scale.of(5, 2), scale.of(21, 5), () -> slowest(portal, questions), () -> slowest(bare, questions));
            var what = "in 10,000 articles (" + language.tag() + ")";
            lines.accept(Line.of(
                    name(), "search " + what + ", p99", "Lucene alone, one field", pairs, "ms", TARGET, List.of()));
            lines.accept(Line.of(name(), "memory of the index " + what, Samples.of(memory), "MB", new Target.None()));
            lines.accept(Line.of(name(), "building the index " + what, Samples.of(built), "s", new Target.None()));
        }
    }

    /// What 99 of 100 questions stay below, in milliseconds.
    private static double slowest(Searching searching, List<String> questions) throws IOException {
        var times = new ArrayList<Long>();
        var found = 0L;
        for (var question : questions) {
            var began = System.nanoTime();
            found += searching.found(question);
            times.add(System.nanoTime() - began);
        }
        if (found == 0) {
            throw new IllegalStateException("nothing was found");
        }
        times.sort(null);
        return times.get((int) (times.size() * 0.99)) / 1e6;
    }

    private static double megabytesInUse() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
