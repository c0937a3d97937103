package dev.porteclef.key.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Explanations;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The entries of the guide's troubleshooting that fit a key as it stands.
final class RelatedHelp extends Composite<UnorderedList> {

    RelatedHelp(Exchange exchange, Language language, KeyWords words, Set<String> entries) {
        getContent().addClassName("related-help");
        for (var entry : entries) {
            var title = exchange.error(entry)
                    .map(error -> error.code() + " · " + error.title().in(language))
                    .orElseGet(() -> words.text("key.help." + entry));
            getContent()
                    .add(new ListItem(new Anchor(
                            Addresses.troubleshooting(language, exchange.id().value(), entry), title)));
        }
    }

    /// Ids of entries that the exchange's guide has, the most fitting first; codes first where the exchange named one.
    static Set<String> entries(ExchangeKey key, Exchange exchange, Explanations explanations, boolean old) {
        var entries = fitting(key, exchange, old);
        entries.removeIf(entry -> !explanations.has(exchange.id().value(), entry));
        return entries;
    }

    private static Set<String> fitting(ExchangeKey key, Exchange exchange, boolean old) {
        var entries = new LinkedHashSet<String>();
        Optional.ofNullable(key.verdictCode())
                .filter(code -> exchange.error(code).isPresent())
                .ifPresent(entries::add);
        switch (key.headline()) {
            case REFUSED -> entries.add("withdraw-granted");
            case CREDENTIALS_REJECTED -> {
                code(exchange, Outcome.CREDENTIALS_REJECTED).forEach(entries::add);
                entries.addAll(List.of("swapped", "works-elsewhere", "after-90-days", "secret-lost"));
            }
            case IP_NOT_ALLOWED -> entries.addAll(List.of("ip-list", "works-elsewhere"));
            case NONCE_CONFLICT -> code(exchange, Outcome.NONCE_TOO_SMALL).forEach(entries::add);
            case NONCE_RACE -> {
                entries.add("nonce-race");
                code(exchange, Outcome.NONCE_TOO_SMALL).forEach(entries::add);
            }
            case MISSING_PERMISSION -> entries.add("permission-missing");
            case RECOMMENDED_MISSING -> entries.add("recommended-missing");
            case NO_FUNDED_WALLET -> entries.add("no-funded-wallet");
            case MORE_THAN_NEEDED -> entries.add("more-rights");
            case CANNOT_BE_PROVEN -> entries.add("cannot-be-proven");
            case NO_VERDICT,
                    LAST_VERDICT_STAYS,
                    DOUBTED,
                    LEAKED,
                    PAUSED,
                    REVOKED,
                    REPLACED,
                    REPLACED_STILL_ACCEPTED,
                    ACCEPTED -> {
                // Only what follows, if anything.
            }
        }
        var outcome = key.noVerdict();
        if (outcome != null) {
            entries.add(exchange.codeOf(outcome).orElse("unreachable"));
        }
        if (old) {
            entries.add("after-90-days");
        }
        return entries;
    }

    private static Stream<String> code(Exchange exchange, Outcome outcome) {
        return exchange.codeOf(outcome).stream();
    }
}
