package dev.porteclef.bench;

import dev.porteclef.key.KeyStock;
import dev.porteclef.key.WatchedKeys.Watched;
import dev.porteclef.testing.TestDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How many stored keys can be checked again per second, with everything that is opened and written for it,
/// against bare clients; what one costs the processor, and what a thousand under way hold in memory.
final class ReVerification implements Row {

    private static final int KEYS = 1_000;
    private static final int AT_ONCE = 64;
    /// Longer than it takes a thousand to get under way, shorter than the portal waits for an answer.
    private static final Duration SLOW = Duration.ofSeconds(6);
    private static final Duration UNDER_WAY = Duration.ofSeconds(4);

    @Override
    public String name() {
        return "re-verification";
    }

    @Override
    public void measure(Scale scale, Consumer<Line> lines) throws Exception {
        for (var database : BenchDatabase.values()) {
            try (var exchange = StandInExchange.start(OneVerification.LATENCY)) {
                lines.accept(rate(database, exchange, scale));
            }
        }
        try (var exchange = StandInExchange.start(SLOW)) {
            lines.accept(memory(exchange, scale));
        }
    }

    private Line rate(BenchDatabase kind, StandInExchange exchange, Scale scale) throws Exception {
        try (var database = kind.open(Files.createTempDirectory("bench"));
                var stock = new KeyStock(fresh(database), exchange)) {
            var client = new BareClient(exchange.address());
            var window = Duration.ofSeconds(scale.of(8, 3));
            var portal = new Crowd<>(stock.connect(AT_ONCE), stock::check, window);
            var bare = new Crowd<>(
                    Stream.generate(BenchKey::fresh).limit(AT_ONCE).toList(), key -> key.call(client), window);
            var pairs = Pairs.alternating(scale.of(2, 1), scale.of(5, 2), portal::rate, bare::rate);
            return Line.of(
                    name(),
                    "stored keys checked again, 64 at once, " + kind.title(),
                    "64 bare clients",
                    pairs,
                    "/s",
                    new Target.None(),
                    List.of("processor time of this process for one: " + portal.processorTime() + ", bare "
                            + bare.processorTime() + "; the latency alone would allow 160 /s."));
        }
    }

    private Line memory(StandInExchange exchange, Scale scale) throws Exception {
        try (var database = BenchDatabase.POSTGRESQL.open(Files.createTempDirectory("bench"));
                var quick = StandInExchange.start(Duration.ZERO);
                var connecting = new KeyStock(fresh(database), quick)) {
            var keys = connecting.connect(KEYS);
            try (var stock = connecting.at(exchange)) {
                var samples = new ArrayList<Double>();
                for (var round = 0; round < scale.of(3, 1); round++) {
                    samples.add(held(stock, keys));
                }
                return Line.of(
                        name(),
                        "heap of 1,000 checks under way, PostgreSQL",
                        new Samples(samples),
                        "MB",
                        new Target.None(),
                        "live objects after collection, above those of the same process at rest.");
            }
        }
    }

    /// What they hold while all of them wait for the exchange.
    private static double held(KeyStock stock, List<Watched> keys) throws InterruptedException {
        var before = live();
        var begun = new CountDownLatch(keys.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var key : keys) {
                threads.execute(() -> {
                    begun.countDown();
                    try {
                        stock.check(key);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
            begun.await();
            Thread.sleep(UNDER_WAY);
            return (live() - before) / 1e6;
        }
    }

    private static double live() {
        // Twice: what the first collection only made collectable is gone after the second.
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static TestDatabase.Fresh fresh(BenchDatabase.Open database) {
        return new TestDatabase.Fresh(
                database.pool(),
                database.jdbi(),
                new TransactionTemplate(new DataSourceTransactionManager(database.pool())));
    }
}
