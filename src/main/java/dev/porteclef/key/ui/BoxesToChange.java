package dev.porteclef.key.ui;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.PermissionBox;
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
        // A scope that withdraws may have no box of its own: then the whole forbidden section is what to look at.
        var named = forbidden.toList();
        var unnamed = exchange.boxes().filter(PermissionBox::forbidden).map(PermissionBox::id);
        var withdraw = named.isEmpty() && !comparison.forbidden().isEmpty() ? unnamed : named.stream();
        var untick = Stream.concat(withdraw, comparison.excess().stream()).toList();
        return Addresses.boxesToChange(language, exchange.id().value(), strategy.toString(), tick, untick);
    }
}
