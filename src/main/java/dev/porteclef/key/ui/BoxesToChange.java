package dev.porteclef.key.ui;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.verification.Comparison;
import java.util.stream.Stream;

/// The guide opened with just the boxes that a key has wrong.
final class BoxesToChange {

    private BoxesToChange() {}

    static String address(Language language, Exchange exchange, Strategy strategy, Comparison comparison) {
        var tick = Stream.concat(comparison.missing().stream(), comparison.recommendedMissing().stream())
                .toList();
        var forbidden = exchange.boxes()
                .filter(box -> comparison.forbidden().contains(box.scope()))
                .map(box -> box.id());
        var untick = Stream.concat(forbidden, comparison.excess().stream()).toList();
        return Addresses.boxesToChange(language, exchange.id().value(), strategy.toString(), tick, untick);
    }
}
