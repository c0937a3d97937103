package dev.porteclef.demo;

import dev.porteclef.exchange.RealExchanges;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The keys of a plan without a database: their rows do not say what fate they were made up for.
public final class MadeUpFates {

    private MadeUpFates() {}

    /// The fate of every key of `plan`.
    public static Map<UUID, String> of(DemoPlan plan) {
        return keys(plan)
                .collect(Collectors.toMap(MadeUpKey::id, key -> key.fate().name()));
    }

    /// All there are.
    public static Set<String> all() {
        return Arrays.stream(Fate.values()).map(Fate::name).collect(Collectors.toSet());
    }

    static Stream<MadeUpKey> keys(DemoPlan plan) {
        var maker = new KeyMaker(plan, RealExchanges.catalogue().all(), new MadeUpCustomers(plan));
        return IntStream.range(0, plan.keys()).mapToObj(_ -> maker.next());
    }
}
