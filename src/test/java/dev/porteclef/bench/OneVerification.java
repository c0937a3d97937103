package dev.porteclef.bench;

import dev.porteclef.verification.RealVerifications;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// One verification from the first check to the verdict, against the two calls it has to make anyway.
final class OneVerification implements Row {

    static final Duration LATENCY = Duration.ofMillis(200);

    private static final Target TARGET = new Target.AtMost(Figure.ratio(1.15));

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public void measure(Scale scale, Consumer<Line> lines) throws Exception {
        try (var exchange = StandInExchange.start(LATENCY)) {
            for (var database : BenchDatabase.values()) {
                lines.accept(measure(database, exchange, scale));
            }
        }
    }

    private Line measure(BenchDatabase kind, StandInExchange exchange, Scale scale) throws Exception {
        try (var database = kind.open(Files.createTempDirectory("bench"))) {
            var verifications = RealVerifications.of(exchange, database.jdbi());
            var client = new BareClient(exchange.address());
            var key = BenchKey.fresh();
            var pairs = Pairs.alternating(
                    scale.of(10, 3),
                    scale.of(41, 7),
                    () -> milliseconds(() -> key.verify(verifications)),
                    () -> milliseconds(() -> key.call(client)));
            return Line.of(
                    name(), "one verification, " + kind.title(), "two bare calls", pairs, "ms", TARGET, List.of());
        }
    }

    private interface Act {
        void run() throws IOException;
    }

    private static double milliseconds(Act act) throws IOException {
        var began = System.nanoTime();
        act.run();
        return (System.nanoTime() - began) / 1e6;
    }
}
