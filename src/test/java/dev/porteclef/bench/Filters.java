package dev.porteclef.bench;

import dev.porteclef.console.KeyQuery;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Everything that the list of all keys can be asked for, each value in each order.
final class Filters {

    private final BenchDatabase kind;
    private final ManyKeys keys;
    private final Scale scale;

    Filters(BenchDatabase kind, ManyKeys keys, Scale scale) {
        this.kind = kind;
        this.keys = keys;
        this.scale = scale;
    }

    /// Of each facet the value that takes longest: a page and the number above it, as whoever asks waits for both.
    void measure(String row, Consumer<Line> lines) throws Exception {
        try (var bare = new BareSql(keys.pool())) {
            for (var facet : OfferedFilter.byFacet(bare.codes()).entrySet()) {
                lines.accept(line(row, facet.getKey(), facet.getValue(), bare));
            }
        }
    }

    private Line line(String row, String facet, List<OfferedFilter> offered, BareSql bare) throws Exception {
        var slowest = offered.getFirst();
        Pairs longest = null;
        for (var filter : worthComparing(offered)) {
            var pairs = Pairs.alternating(
                    scale.of(3, 1),
                    kind == BenchDatabase.H2 ? scale.of(20, 6) : scale.of(40, 10),
                    () -> asked(filter.query()),
                    () -> Console.milliseconds(() -> bare.read(
                            filter.condition(),
                            filter.query().order(),
                            filter.query().oldestFirst())));
            if (longest == null || p95(pairs) > p95(longest)) {
                longest = pairs;
                slowest = filter;
            }
        }
        var pairs = Objects.requireNonNull(longest);
        return Line.of(
                row,
                "filter by " + facet + ", slowest value, p95, " + keys.title(),
                "bare SQL",
                new Pairs(pairs.subject().p95(), pairs.reference().p95()),
                "ms",
                Console.QUICK_ENOUGH,
                List.of(slowest.words() + "."));
    }

    /// All of them; on H2, which goes through its rows for most of the bare statements, only that which takes longest
    /// when it is asked alone: all would take hours.
    private List<OfferedFilter> worthComparing(List<OfferedFilter> offered) throws SQLException {
        if (kind == BenchDatabase.POSTGRESQL) {
            return offered;
        }
        var slowest = offered.getFirst();
        var longest = 0.0;
        for (var filter : offered) {
            var alone = new ArrayList<Double>();
            for (var round = 0; round < scale.of(5, 2); round++) {
                alone.add(asked(filter.query()));
            }
            var median = new Samples(alone).median();
            if (median > longest) {
                longest = median;
                slowest = filter;
            }
        }
        return List.of(slowest);
    }

    private double asked(KeyQuery query) throws SQLException {
        var list = keys.services().list();
        return Console.milliseconds(() -> {
            list.page(query, null);
            list.count(query);
        });
    }

    private static double p95(Pairs pairs) {
        return pairs.subject().p95().median();
    }
}
