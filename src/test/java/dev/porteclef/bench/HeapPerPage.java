package dev.porteclef.bench;

import dev.porteclef.testing.LivePage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What one open page costs in live heap, session included, against the page of a plain Vaadin application.
final class HeapPerPage implements Row {

    private static final int KEYS = 5;
    private static final int WARM_UP = 30;
    /// So many that all of them have room in the portal's heap.
    private static final int CONSOLES = 20;

    @Override
    public String name() {
        return "heap";
    }

    /// Opens one page in a session of its own.
    private interface Visit {

        void by(LivePage reader);
    }

    @Override
    public void measure(Scale scale, Consumer<Line> lines) throws Exception {
        var home = Files.createTempDirectory("bench-heap");
        var customer = KeysInStock.make(home, KEYS);
        lines.accept(line(scale, home, "heap of a signed-in list (5 keys)", 150, reader -> {
            reader.signIn(customer.email(), customer.typed());
            reader.open("en/keys", "", KeysInStock.LABEL);
        }));
        lines.accept(line(scale, home, "heap of an open form", 100, reader -> {
            reader.signIn(customer.email(), customer.typed());
            reader.open("en/keys/new", "exchange=bitfinex&kind=practice&strategy=spot", "credential-apiSecret");
        }));
        lines.accept(line(
                scale,
                home,
                "heap of an anonymous reader, home page",
                50,
                reader -> reader.open("en", "", "Bitfinex")));
        lines.accept(line(
                scale,
                home,
                "heap of an anonymous reader, guide",
                50,
                reader -> reader.open("en/guides/bitfinex", "", "permission-grid")));
    }

    /// The list of all keys, with many of them.
    Line console(Scale scale, Path home, ManyKeys keys) throws Exception {
        var agent = "support@demo.example";
        return line(
                scale,
                home,
                "heap of an open console, " + keys.title(),
                CONSOLES,
                new Target.None(),
                reader -> {
                    reader.signIn(agent, PortalJar.typedBy(agent, home));
                    reader.open("en/console/keys", "", "key-table");
                },
                "-Dspring.profiles.active=postgres",
                "-Dspring.datasource.url=" + keys.pool().getJdbcUrl(),
                "-Dspring.datasource.username=" + keys.pool().getUsername());
    }

    private Line line(Scale scale, Path home, String what, double most, Visit visit) throws Exception {
        return line(scale, home, what, scale.of(100, 40), new Target.AtMost(new Figure(most, "KB")), visit);
    }

    private Line line(Scale scale, Path home, String what, int pages, Target target, Visit visit, String... options)
            throws Exception {
        try (var portal = Child.start(home, PortalJar.READY, PortalJar.words(home, PortalJar.file(), options));
                var plain = PlainVaadin.start();
                var client = HttpClient.newHttpClient()) {
            var portalAddress = PortalJar.address(portal);
            var plainAddress = PlainVaadin.address(plain);
            Visit plainVisit = reader -> reader.open("plain", "", PlainVaadin.GREETING);
            visit(WARM_UP, client, portalAddress, visit);
            visit(WARM_UP, client, plainAddress, plainVisit);
            var pairs = Pairs.alternating(
                    1,
                    scale.of(5, 2),
                    () -> kilobytes(pages, portal, client, portalAddress, visit),
                    () -> kilobytes(pages, plain, client, plainAddress, plainVisit));
            var before = LiveHeap.of(portal);
            visit(pages, client, portalAddress, visit);
            var growth = LiveHeap.of(portal).growthSince(before, pages);
            return Line.of(
                    name(), what, "a plain Vaadin view", pairs, "KB", target, List.of("most of it: " + growth + "."));
        }
    }

    /// How much the live heap grows per page, over so many of them.
    private static double kilobytes(int pages, Child process, HttpClient client, String address, Visit visit)
            throws IOException {
        var before = LiveHeap.of(process).bytes();
        visit(pages, client, address, visit);
        return (LiveHeap.of(process).bytes() - before) / 1000.0 / pages;
    }

    private static void visit(int times, HttpClient client, String address, Visit visit) {
        for (var time = 0; time < times; time++) {
            visit.by(new LivePage(client, address));
        }
    }
}
