package dev.porteclef.bench;

import dev.porteclef.console.KeyList;
import dev.porteclef.console.KeyQuery;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
        var list = keys.services().list();
        record Timed(OfferedFilter filter, Pairs pairs) {}
        var slowest = new LinkedHashMap<String, Timed>();
        try (var bare = new BareSql(keys.pool())) {
            for (var filter : worthComparing(OfferedFilter.all(bare.codes()), list)) {
                var pairs = Pairs.alternating(
                        scale.of(3, 1),
                        kind == BenchDatabase.H2 ? scale.of(20, 6) : scale.of(40, 10),
                        () -> asked(list, filter.query()),
                        () -> Console.milliseconds(() -> bare.read(
                                filter.condition(),
                                filter.query().order(),
                                filter.query().oldestFirst())));
                slowest.merge(
                        filter.facet(),
                        new Timed(filter, pairs),
                        (one, other) -> p95(one.pairs()) >= p95(other.pairs()) ? one : other);
            }
        }
        slowest.forEach((facet, timed) -> lines.accept(Line.of(
                row,
                "filter by " + facet + ", slowest value, p95, " + keys.title(),
                "bare SQL",
                new Pairs(
                        timed.pairs().subject().p95(), timed.pairs().reference().p95()),
                "ms",
                Console.QUICK_ENOUGH,
                List.of(timed.filter().words() + "."))));
    }

    /// All of them; on H2, which goes through its rows for most of the bare statements, only what takes longest of each
    /// facet when it is asked alone: all would take hours.
    private Collection<OfferedFilter> worthComparing(List<OfferedFilter> offered, KeyList list) throws SQLException {
        if (kind == BenchDatabase.POSTGRESQL) {
            return offered;
        }
        var slowest = new LinkedHashMap<String, OfferedFilter>();
        var longest = new HashMap<String, Double>();
        for (var filter : offered) {
            var alone = new ArrayList<Double>();
            for (var round = 0; round < scale.of(5, 2); round++) {
                alone.add(asked(list, filter.query()));
            }
            var median = new Samples(alone).median();
            if (median > longest.getOrDefault(filter.facet(), 0.0)) {
                longest.put(filter.facet(), median);
                slowest.put(filter.facet(), filter);
            }
        }
        return slowest.values();
    }

    private static double asked(KeyList list, KeyQuery query) throws SQLException {
        return Console.milliseconds(() -> {
            list.page(query, null);
            list.count(query);
        });
    }

    private static double p95(Pairs pairs) {
        return pairs.subject().p95().median();
    }
}
