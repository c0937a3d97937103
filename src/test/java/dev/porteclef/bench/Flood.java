package dev.porteclef.bench;

import dev.porteclef.testing.LivePage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What somebody who is signed in notices of a flood of requests without cookies, and what the flood leaves behind;
/// once from one address and once from thousands, which the portal is told by a proxy that it believes.
final class Flood implements Row {

    private static final int KEYS = 5;
    private static final int AT_ONCE = 64;
    private static final Duration BETWEEN_CLICKS = Duration.ofSeconds(1);
    private static final Pattern SESSION =
            Pattern.compile("\\s+(\\d+)\\s+\\d+\\s+com\\.vaadin\\.flow\\.server\\.VaadinSession\\s");

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public void measure(Scale scale, Consumer<Line> lines) throws Exception {
        var home = Files.createTempDirectory("bench-flood");
        var customer = KeysInStock.make(home, KEYS);
        var requests = scale.of(20_000, 2_000);
        lines.accept(line(home, customer, requests, 1));
        lines.accept(line(home, customer, requests, requests / 4));
    }

    private Line line(Path home, KeysInStock customer, int requests, int addresses) throws Exception {
        try (var portal = Child.start(home, PortalJar.READY, words(home));
                var strangers = HttpClient.newHttpClient()) {
            var root = PortalJar.address(portal);
            var person = new LivePage(root);
            person.signIn(customer.email(), customer.typed());
            person.load("en/keys", "");
            var clicks = new Clicks(person);
            clicks.warmUp();
            var before = LiveHeap.of(portal);
            var answers = new ConcurrentSkipListMap<Integer, AtomicInteger>();
            var began = System.nanoTime();
            var during = clicks.until(() -> {
                pour(strangers, root, requests, addresses, answers);
                return null;
            });
            var seconds = (System.nanoTime() - began) / 1e9;
            var after = LiveHeap.of(portal);
            var quiet = clicks.take(during.count());
            var notes = List.of(
                    "slowest click " + slowest(during) + ", without the flood " + slowest(quiet),
                    Figure.number(requests / seconds) + " requests/s, answered with " + answers,
                    "heap " + megabytes(before) + " before, " + megabytes(after) + " after",
                    "sessions " + sessions(before) + " before, " + sessions(after) + " after");
            var what = "a click while " + requests + " requests come from " + addresses
                    + (addresses == 1 ? " address" : " addresses");
            return Line.of(name(), what, "without them", new Pairs(during, quiet), "ms", new Target.None(), notes);
        }
    }

    /// With the bounds that an installation has which says nothing of them.
    private static List<String> words(Path home) {
        return Stream.concat(
                        PortalJar.words(home, PortalJar.file()).stream()
                                .filter(word -> !word.startsWith("--porteclef.readers.")),
                        Stream.of("--porteclef.proxy=127.0.0.1"))
                .toList();
    }

    private static void pour(
            HttpClient strangers, String root, int requests, int addresses, Map<Integer, AtomicInteger> answers)
            throws Exception {
        var turns = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var poured = IntStream.range(0, requests)
                    .mapToObj(number -> threads.submit((Callable<Integer>) () -> {
                        turns.acquire();
                        try {
                            return ask(strangers, root, number, addresses);
                        } finally {
                            turns.release();
                        }
                    }))
                    .toList();
            for (Future<Integer> one : poured) {
                answers.computeIfAbsent(one.get(), _ -> new AtomicInteger()).incrementAndGet();
            }
        }
    }

    /// Half of them begin a live page, a quarter want a page that is kept, the others one that must be drawn.
    private static int ask(HttpClient strangers, String root, int number, int addresses)
            throws IOException, InterruptedException {
        var path = switch (number % 4) {
            case 0 -> "/en?x=" + number;
            case 1 -> "/en/help?q=nonce" + number;
            default -> "/?v-r=init&location=en&query=&v-sw=1280&v-sh=900&v-tzid=Europe%2FParis";
        };
        var from = number / 4 % addresses;
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .headers("Accept", "text/html,*/*", "X-Forwarded-For", "10.1." + from / 250 + "." + (1 + from % 250));
        return strangers.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static String slowest(Samples clicks) {
        return new Figure(
                        clicks.values().stream().max(Comparator.naturalOrder()).orElseThrow(), "ms")
                .toString();
    }

    private static String megabytes(LiveHeap heap) {
        return new Figure(heap.bytes() / 1e6, "MB").toString();
    }

    private static int sessions(LiveHeap heap) {
        var session = SESSION.matcher(heap.histogram());
        return session.find() ? Integer.parseInt(session.group(1)) : 0;
    }

    /// Somebody who goes from one page to another and back, one click a second.
    private static final class Clicks {

        private static final int WARM_UP = 40;

        private final LivePage person;
        private boolean atKeys = true;

        private Clicks(LivePage person) {
            this.person = person;
        }

        private void warmUp() throws IOException {
            for (var click = 0; click < WARM_UP; click++) {
                milliseconds();
            }
        }

        /// While `work` goes on.
        private Samples until(Callable<?> work) throws Exception {
            var taken = new ArrayList<Double>();
            try (var worker = Executors.newSingleThreadExecutor()) {
                var done = worker.submit(work);
                while (!done.isDone()) {
                    taken.add(next());
                }
                done.get();
            }
            return new Samples(taken);
        }

        private Samples take(int number) throws Exception {
            var taken = new ArrayList<Double>();
            while (taken.size() < number) {
                taken.add(next());
            }
            return new Samples(taken);
        }

        private double next() throws Exception {
            var took = milliseconds();
            TimeUnit.MILLISECONDS.sleep(Math.max(0, BETWEEN_CLICKS.toMillis() - (long) took));
            return took;
        }

        private double milliseconds() throws IOException {
            var began = System.nanoTime();
            var drawn = person.go(atKeys ? "en/help" : "en/keys", "", "link");
            var took = (System.nanoTime() - began) / 1e6;
            if (!drawn.contains(atKeys ? "help-question" : KeysInStock.LABEL)) {
                throw new IOException("the click was not answered with the page:\n" + drawn);
            }
            atKeys = !atKeys;
            return took;
        }
    }
}
