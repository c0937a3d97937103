package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.verification.Comparison;
import java.util.Optional;
import java.util.stream.Stream;

/// The guide opened with just the boxes that a key has wrong.
public final class BoxesToChange {

    private BoxesToChange() {}

    /// Leads there, where the boxes are what is wrong with `key`.
    ///
    /// @param page whose locale the texts take
    public static Optional<ActionLink> link(Component page, ExchangeKey key, Exchange exchange, Language language) {
        return switch (key.headline()) {
            case REFUSED, MISSING_PERMISSION, MORE_THAN_NEEDED, RECOMMENDED_MISSING -> {
                var comparison = key.report().comparison();
                var address = comparison == null
                        ? Addresses.guide(
                                language, exchange.id().value(), key.strategy().toString())
                        : address(language, exchange, key.strategy(), comparison);
                yield Optional.of(new ActionLink(
                        address, page.getTranslation("key.action.boxes"), ActionLink.Weight.PRIMARY, Glyph.BOOK));
            }
            case LEAKED,
                    PAUSED,
                    REVOKED,
                    REPLACED_STILL_ACCEPTED,
                    REPLACED,
                    CREDENTIALS_REJECTED,
                    IP_NOT_ALLOWED,
                    NONCE_CONFLICT,
                    NO_VERDICT,
                    CANNOT_BE_PROVEN,
                    LAST_VERDICT_STAYS,
                    DOUBTED,
                    NONCE_RACE,
                    NO_FUNDED_WALLET,
                    ACCEPTED -> Optional.empty();
        };
    }

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
