package dev.porteclef.bench;

import dev.porteclef.testing.LivePage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/// Many who come from a search engine to one article: how many a second are given its text, what a thousand of them
/// hold while the page is open, and for how long after the last word of them.
final class ManyReaders implements Row {

    private static final String ARTICLE = "en/help/bitfinex/10114";
    private static final String TITLE = "nonce: small";
    private static final int TOGETHER = 32;
    private static final int MANY = 1_000;
    private static final int WARM_UP = 50;
    private static final double MOST_KILOBYTES_EACH = 50;
    /// What is left of the heap that they held, when it counts as freed.
    private static final double REST = 0.05;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "readers";
    }

    @Override
    public void measure(Scale scale, Consumer<Line> lines) throws Exception {
        var home = Files.createTempDirectory("bench-readers");
        // Five minutes in earnest; how long the rest takes does not depend on it.
        var idle = Duration.ofSeconds(scale.of(60, 20));
        try (var portal = Child.start(home, PortalJar.READY, PortalJar.words(home, PortalJar.file(), idle));
                var plain = PlainVaadin.start();
                var client = HttpClient.newHttpClient()) {
            var address = PortalJar.address(portal);
            lines.accept(perSecond(scale, client, address, PlainVaadin.address(plain)));
            visit(WARM_UP, client, address);
            // Those of before are gone by then.
            Thread.sleep(idle.plusSeconds(10));
            var before = LiveHeap.of(portal).bytes();
            visit(MANY, client, address);
            var left = System.nanoTime();
            var held = LiveHeap.of(portal).bytes() - before;
            var freed = secondsUntil(portal, before + (long) (REST * held), left);
            lines.accept(Line.of(
                    name(),
                    "heap of 1,000 anonymous readers of an article",
                    Samples.of(held / 1e6),
                    "MB",
                    new Target.AtMost(new Figure(MOST_KILOBYTES_EACH * MANY / 1_000, "MB"))));
            lines.accept(Line.of(
                    name(),
                    "until 95 % of it is free, idle time " + idle.toSeconds() + " s",
                    Samples.of(freed),
                    "s",
                    new Target.None(),
                    "counted from their last request, with a look every two seconds."));
        }
    }

    private Line perSecond(Scale scale, HttpClient client, String portal, String plain) throws Exception {
        var members = Collections.nCopies(TOGETHER, client);
        var window = Duration.ofSeconds(scale.of(8, 3));
        var article = new Crowd<>(members, reader -> read(reader, portal + "/" + ARTICLE, TITLE), window);
        var nothing = new Crowd<>(members, reader -> read(reader, plain + "/plain", "<html"), window);
        var pairs = Pairs.alternating(scale.of(3, 1), scale.of(7, 2), article::rate, nothing::rate);
        return Line.of(
                name(),
                "first HTML of an article, 32 at a time",
                "the empty first HTML of a plain Vaadin view",
                pairs,
                "/s",
                new Target.None(),
                List.of());
    }

    private static void read(HttpClient client, String address, String expected) throws IOException {
        try {
            var answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains(expected)) {
                throw new IOException(address + " was answered with " + answer.statusCode());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void visit(int times, HttpClient client, String address) {
        for (var time = 0; time < times; time++) {
            new LivePage(client, address).open(ARTICLE, "", TITLE);
        }
    }

    private static double secondsUntil(Child portal, long bytes, long since) throws Exception {
        while (LiveHeap.of(portal).bytes() > bytes) {
            if (System.nanoTime() - since > LONGEST_WAIT.toNanos()) {
                throw new IOException("the heap of those who left is still held after " + LONGEST_WAIT);
            }
            Thread.sleep(2_000);
        }
        return (System.nanoTime() - since) / 1e9;
    }
}
