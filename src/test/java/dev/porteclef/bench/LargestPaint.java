package dev.porteclef.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser;
import dev.porteclef.testing.Browser.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;

/// When the largest part of a public page is painted on a phone, against the same text as a static page, once without
/// any styles and once with those of the page; and how large its first HTML is.
final class LargestPaint implements Row {

    private static final List<String> PAGES = List.of("en", "fr/guides/bitfinex", "en/help", "fr/help/bitfinex/10114");
    /// A middling phone on a slow mobile network, as Lighthouse has it: 1.6 Mbit/s, 150 ms, a quarter of the speed.
    private static final int LATENCY = 150;

    private static final int BYTES_PER_SECOND = 1_600_000 / 8;
    private static final int SLOWER = 4;
    private static final double FIRST_HTML = 14;
    private static final String BARE = "the same text as a static page, without styles";
    private static final String STYLED = "the same text as a static page, with its styles";
    /// A window that Chromium has just opened loads pages of its own, which take the processor from ours.
    private static final int SETTLING = 1_500;

    /// The last of the candidates that the browser has named so far; later paints name one only if it is larger.
    private static final String PAINT = """
            () => new Promise(resolve => new PerformanceObserver(list =>
                resolve(list.getEntries().at(-1).startTime))
                .observe({ type: 'largest-contentful-paint', buffered: true }))""";

    @Override
    public String name() {
        return "paint";
    }

    @Override
    public void measure(Scale scale, Consumer<Line> lines) throws Exception {
        var home = Files.createTempDirectory("bench-paint");
        try (var portal = Child.start(home, PortalJar.READY, PortalJar.words(home, PortalJar.file()));
                var client = HttpClient.newHttpClient()) {
            var address = PortalJar.address(portal) + "/";
            for (var path : PAGES) {
                lines.accept(bytes(client, address, path));
                lines.accept(paint(scale, client, address, path, "script, style, link, template, svg, [hidden]", BARE));
                lines.accept(paint(scale, client, address, path, "script, link, template", STYLED));
            }
        }
    }

    private Line bytes(HttpClient client, String address, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept-Encoding", "gzip")
                .build();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            throw new IOException(path + " came without compression");
        }
        return Line.of(
                name(),
                "first HTML of /" + path + ", compressed",
                Samples.of(answer.body().length / 1000.0),
                "KB",
                new Target.AtMost(new Figure(FIRST_HTML, "KB")));
    }

    private Line paint(Scale scale, HttpClient client, String address, String path, String removed, String reference)
            throws Exception {
        var page = client.send(
                        HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
                .body();
        var still = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var text = compressed(plain(page, removed));
        still.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        still.start();
        try {
            var copy = "http://127.0.0.1:" + still.getAddress().getPort() + "/";
            var pairs = Pairs.alternating(
                    1, scale.of(9, 3), () -> milliseconds(address + path, true), () -> milliseconds(copy, false));
            return Line.of(
                    name(),
                    "largest paint of /" + path + ", phone",
                    reference,
                    pairs,
                    "ms",
                    new Target.AtMost(Figure.ratio(1.15)),
                    List.of());
        } finally {
            still.stop(0);
        }
    }

    /// The first answer without what is to be removed.
    private static String plain(String page, String removed) {
        var document = Jsoup.parse(page);
        document.select(removed).remove();
        document.outputSettings().prettyPrint(false);
        return document.outerHtml();
    }

    private static byte[] compressed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /// From the navigation to the largest paint, with everything that the page does until it is live.
    private static double milliseconds(String address, boolean live) {
        try (var reader = Browser.person(Language.ENGLISH, Screen.PHONE, ColorScheme.LIGHT)) {
            var page = reader.newPage();
            slow(reader, page);
            page.waitForTimeout(SETTLING);
            page.navigate(address);
            if (live) {
                page.waitForFunction("() => !document.getElementById('first') && document.querySelector('#outlet h1')");
            }
            return ((Number) page.evaluate(PAINT)).doubleValue();
        }
    }

    private static void slow(BrowserContext reader, Page page) {
        CDPSession session = reader.newCDPSession(page);
        var network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", LATENCY);
        network.addProperty("downloadThroughput", BYTES_PER_SECOND);
        network.addProperty("uploadThroughput", BYTES_PER_SECOND);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", network);
        var processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        session.send("Emulation.setCPUThrottlingRate", processor);
    }
}
