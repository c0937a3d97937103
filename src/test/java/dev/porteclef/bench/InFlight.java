package dev.porteclef.bench;

import dev.porteclef.verification.RealVerifications;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// How many verifications end per second while a thousand of them are under way, against a thousand bare clients.
final class InFlight implements Row {

    private static final int CONCURRENT = 1_000;
    private static final Target TARGET = new Target.AtLeast(Figure.ratio(0.8));

    @Override
    public String name() {
        return "in-flight";
    }

    @Override
    public void measure(Scale scale, Consumer<Line> lines) throws Exception {
        try (var exchange = StandInExchange.start(OneVerification.LATENCY)) {
            for (var database : BenchDatabase.values()) {
                lines.accept(measure(database, exchange, scale));
            }
        }
    }

    private Line measure(BenchDatabase kind, StandInExchange exchange, Scale scale) throws Exception {
        try (var database = kind.open(Files.createTempDirectory("bench"))) {
            var verifications = RealVerifications.of(exchange, database.jdbi());
            var client = new BareClient(exchange.address());
            var keys = Stream.generate(BenchKey::fresh).limit(CONCURRENT).toList();
            var portal = new Crowd<>(keys, key -> key.verify(verifications), window(scale));
            var bare = new Crowd<>(keys, key -> key.call(client), window(scale));
            var pairs = Pairs.alternating(scale.of(3, 1), scale.of(7, 2), portal::rate, bare::rate);
            return Line.of(
                    name(),
                    "1,000 verifications in flight, " + kind.title(),
                    "1,000 bare clients",
                    pairs,
                    "/s",
                    TARGET,
                    List.of("processor time of this process for one: " + portal.processorTime() + ", bare "
                            + bare.processorTime() + "; the latency alone would allow 2,500 /s."));
        }
    }

    private static Duration window(Scale scale) {
        return Duration.ofSeconds(scale.of(8, 3));
    }
}
