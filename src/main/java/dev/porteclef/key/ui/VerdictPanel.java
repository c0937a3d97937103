package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.CheckState;
import dev.porteclef.verification.Harmlessness;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What a check came to: the headline, one sentence of cause, the evidence, and what to do about it.
final class VerdictPanel extends Composite<Section> {

    private final Exchange exchange;
    private final Language language;
    private final List<String> outgoingAddresses;
    private final KeyWords words;
    private final Remedies remedies;
    private final H2 title = new H2();

    /// @param outgoingAddresses shown wherever the key's IP list may be the cause
    VerdictPanel(ExchangeKey key, KeyWords words, List<String> outgoingAddresses, Remedies remedies) {
        this.exchange = words.exchange();
        this.language = words.language();
        this.remedies = remedies;
        this.outgoingAddresses = outgoingAddresses;
        this.words = words;
        var panel = getContent();
        panel.addClassNames("verdict", "verdict-" + key.headline().tone().name().toLowerCase(Locale.ROOT));
        panel.add(title(key.headline()), sentence(words.cause(key)));
        if (key.headline() == Headline.CREDENTIALS_REJECTED) {
            panel.add(causes());
        }
        panel.add(evidence(key), actions(key));
    }

    /// Leads the reader here, and a screen reader's voice.
    void focus() {
        title.getElement().callJsFunction("focus");
        scrollIntoView();
    }

    private Component title(Headline headline) {
        title.addClassName("verdict-title");
        title.setId("verdict");
        title.getElement().setAttribute("tabindex", "-1");
        title.add(KeyWords.glyph(headline).draw(), new Span(words.text(headline.translationKey())));
        return title;
    }

    private static Paragraph sentence(String text) {
        var sentence = new Paragraph(text);
        sentence.addClassName("verdict-text");
        return sentence;
    }

    /// The exchange answers all of these alike; the order is by likelihood at a first try.
    private Component causes() {
        var list = new OrderedList(new ListItem(words.text("key.reject.pair")));
        if (exchange.maxListedAddresses() > 0) {
            list.add(new AddressItem(words.text("key.reject.address"), outgoingAddresses));
        }
        list.add(new ListItem(words.text("key.reject.pending")), new ListItem(words.text("key.reject.deleted")));
        list.addClassName("causes");
        return list;
    }

    private Component evidence(ExchangeKey key) {
        var list = new UnorderedList();
        list.addClassName("evidence");
        words.doubt(key).ifPresent(line -> list.add(new ListItem(line)));
        if (key.headline().tone() != Headline.Tone.RED) {
            proof(key).forEach(line -> list.add(new ListItem(line)));
        } else if (key.harmlessness() == Harmlessness.MORE_THAN_NEEDED
                && key.report().comparison() != null) {
            list.add(new ListItem(words.text(
                    "key.evidence.excess", words.boxes(key.report().comparison().excess()))));
        }
        deciding(key.report().checks()).map(words::evidence).forEach(line -> list.add(new ListItem(line)));
        return list;
    }

    /// What is proven, line by line; nothing that was not seen in an answer.
    private Stream<String> proof(ExchangeKey key) {
        var report = key.report();
        var comparison = report.comparison();
        var balance = report.balance();
        return Stream.of(
                        isProvenHarmless(key) ? words.text("key.proof.withdraw", words.exchange(key)) : null,
                        comparison == null || !comparison.missing().isEmpty()
                                ? null
                                : words.text("key.proof.boxes", words.strategy(key)),
                        balance == null ? null : words.text("key.proof.wallets", balance.wallets()),
                        balance != null && balance.funded() == 0 ? words.text("key.proof.unfunded") : null)
                .filter(Objects::nonNull);
    }

    private static boolean isProvenHarmless(ExchangeKey key) {
        return key.harmlessness() == Harmlessness.PROVEN || key.harmlessness() == Harmlessness.MORE_THAN_NEEDED;
    }

    /// The calls a verdict rests on, each once: those that failed, or all where none did.
    private static Stream<Evidence> deciding(List<Check> checks) {
        var failed = checks.stream()
                .filter(check -> check.state() == CheckState.FAILED || check.state() == CheckState.UNDECIDED)
                .toList();
        return (failed.isEmpty() ? checks : failed)
                .stream().map(Check::evidence).filter(Objects::nonNull).distinct();
    }

    private Component actions(ExchangeKey key) {
        var actions = new Div();
        actions.addClassName("cluster");
        var comparison = key.report().comparison();
        switch (key.headline()) {
            case REFUSED, MISSING_PERMISSION, MORE_THAN_NEEDED, RECOMMENDED_MISSING ->
                actions.add(new ActionLink(
                        comparison == null
                                ? Addresses.guide(
                                        language,
                                        exchange.id().value(),
                                        key.strategy().toString())
                                : BoxesToChange.address(language, exchange, key.strategy(), comparison),
                        words.text("key.action.boxes"),
                        ActionLink.Weight.PRIMARY,
                        Glyph.BOOK));
            case CREDENTIALS_REJECTED, IP_NOT_ALLOWED, NONCE_CONFLICT, NONCE_RACE, CANNOT_BE_PROVEN ->
                actions.add(explanation(key, ActionLink.Weight.PLAIN));
            case NO_VERDICT, LAST_VERDICT_STAYS -> actions.add(explanation(key, ActionLink.Weight.PLAIN));
            case PAUSED, ACCEPTED, NO_FUNDED_WALLET, LEAKED, REVOKED, REPLACED, REPLACED_STILL_ACCEPTED -> {
                // Nothing to mend.
            }
        }
        if (key.isCheckable()) {
            actions.add(checkAgain());
        }
        return actions;
    }

    private Button checkAgain() {
        var again = new Button(words.text("key.action.check"), Glyph.REFRESH.draw(), click -> remedies.checkAgain());
        again.setDisableOnClick(true);
        return again;
    }

    private Anchor explanation(ExchangeKey key, ActionLink.Weight weight) {
        return new ActionLink(
                Addresses.troubleshooting(language, exchange.id().value(), entry(key)),
                words.text("key.action.explain"),
                weight,
                Glyph.INFO);
    }

    /// The entry of the guide that explains this case.
    private String entry(ExchangeKey key) {
        if (key.headline() == Headline.CANNOT_BE_PROVEN) {
            return "cannot-be-proven";
        }
        var outcome = key.noVerdict();
        if (outcome != null) {
            return exchange.codeOf(outcome).orElse("unreachable");
        }
        return Optional.ofNullable(key.verdictCode())
                .filter(code -> exchange.error(code).isPresent())
                .or(() -> exchange.codeOf(Outcome.CREDENTIALS_REJECTED))
                .orElse("unreachable");
    }
}
