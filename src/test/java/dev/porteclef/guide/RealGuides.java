package dev.porteclef.guide;

import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.platform.config.Installation;

/// The real guides for tests of other features.
public final class RealGuides {

    private RealGuides() {}

    public static Guides of(ExchangeCatalogue catalogue, Installation installation) {
        return new Guides(catalogue, installation);
    }
}
