package dev.porteclef.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Set;

/// The real content for tests of other features.
public final class RealExchanges {

    private static final ExchangeCatalogue ALL = new YamlCatalogue(
            List.of(ExchangeContent.PACKAGED, TestbourseAdapter.testbourseContent()),
            Set.of("bitfinex", TestbourseAdapter.NAME),
            Clock.systemUTC());

    private RealExchanges() {}

    /// Bitfinex as packaged, and Testbourse.
    public static ExchangeCatalogue catalogue() {
        return ALL;
    }

    public static Exchange bitfinex() {
        return ALL.get(new ExchangeId("bitfinex"));
    }

    public static Exchange testbourse() {
        return ALL.get(new ExchangeId(TestbourseAdapter.NAME));
    }
}
