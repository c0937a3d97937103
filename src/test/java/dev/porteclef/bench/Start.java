package dev.porteclef.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// From the start of the process to the first page, on a data folder that exists: as packaged, unpacked, and unpacked
/// with an AOT cache.
final class Start implements Row {

    private static final String PAGE = "/en";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void measure(Scale scale, Consumer<Line> lines) throws Exception {
        var home = Files.createTempDirectory("bench-start");
        var jar = PortalJar.file();
        Child.run(
                home,
                List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", home + "/unpacked"));
        var unpacked = home.resolve("unpacked").resolve(jar.getFileName());
        var cache = home.resolve("porteclef.aot");
        // The training run; it also makes the data folder, so that no measured start has to.
        train(home, unpacked, cache);
        var packaged = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        var cached = new ArrayList<Double>();
        for (var round = 0; round < scale.of(7, 2); round++) {
            packaged.add(seconds(home, PortalJar.words(home, jar)));
            plain.add(seconds(home, PortalJar.words(home, unpacked)));
            // AOTMode=on: a cache that does not fit stops the start, instead of being left aside in silence.
            cached.add(seconds(home, PortalJar.words(home, unpacked, "-XX:AOTCache=" + cache, "-XX:AOTMode=on")));
        }
        var reference = new Samples(packaged);
        lines.accept(Line.of(name(), "start to the first page, one jar", reference, "s", new Target.None()));
        lines.accept(beside("start, unpacked", new Samples(plain), reference));
        lines.accept(beside("start, unpacked, AOT cache", new Samples(cached), reference));
    }

    private Line beside(String what, Samples measured, Samples reference) {
        return Line.of(name(), what, "the one jar", new Pairs(measured, reference), "s", new Target.None(), List.of());
    }

    private static void train(Path home, Path unpacked, Path cache) throws IOException {
        var portal = Child.start(home, PortalJar.READY, PortalJar.words(home, unpacked, "-XX:AOTCacheOutput=" + cache));
        // The cache is written at the end of the process, and takes as long as some starts.
        portal.close();
        if (!Files.isRegularFile(cache)) {
            throw new IOException("the JDK wrote no AOT cache:\n" + portal.output());
        }
    }

    private static double seconds(Path home, List<String> words) throws IOException, InterruptedException {
        var began = System.nanoTime();
        try (var portal = Child.start(home, PortalJar.READY, words);
                var client = HttpClient.newHttpClient()) {
            var page = HttpRequest.newBuilder(URI.create(PortalJar.address(portal) + PAGE))
                    .build();
            var status =
                    client.send(page, HttpResponse.BodyHandlers.discarding()).statusCode();
            var took = (System.nanoTime() - began) / 1e9;
            if (status != 200) {
                throw new IOException(PAGE + " was answered with " + status);
            }
            return took;
        }
    }
}
