package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.CheckState;
import dev.porteclef.verification.Harmlessness;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// What a check came to: the headline, one sentence of cause, the evidence, and what to do about it.
final class VerdictPanel extends Composite<Section> {

    private final VerdictParts parts;
    private final KeyWords words;
    private final H2 title = new H2();
    private final Div told = new Div();
    private final List<Object> basis;

    VerdictPanel(ExchangeKey key, VerdictParts parts, Remedies remedies) {
        this.parts = parts;
        this.words = parts.words();
        this.basis = VerdictActions.basis(key);
        var headline = key.headline();
        var panel = getContent();
        panel.addClassNames("verdict", "verdict-" + headline.tone().name().toLowerCase(Locale.ROOT));
        told.addClassName("verdict-told");
        panel.add(title(headline), told);
        tell(key);
        if (headline == Headline.CREDENTIALS_REJECTED) {
            told.addComponentAtIndex(1, new CausesPanel(key, parts, remedies));
        }
        panel.add(new VerdictActions(key, parts, remedies));
        if (headline == Headline.NONCE_CONFLICT && key.isCheckable()) {
            panel.add(new MicrosecondsChoice(key, parts, remedies));
        }
    }

    /// Says what is new about the key and leaves everything else alone, the focus on a button included.
    ///
    /// @return false where more than words would have to change; nothing has then
    boolean renew(ExchangeKey now) {
        if (now.headline() == Headline.CREDENTIALS_REJECTED
                || !VerdictActions.basis(now).equals(basis)) {
            return false;
        }
        tell(now);
        return true;
    }

    private void tell(ExchangeKey key) {
        var headline = key.headline();
        told.removeAll();
        told.add(sentence(
                headline == Headline.CREDENTIALS_REJECTED ? CausesPanel.sentence(key, parts) : words.cause(key)));
        if (headline == Headline.IP_NOT_ALLOWED) {
            told.add(addresses(parts));
        } else if (headline == Headline.NONCE_CONFLICT) {
            new CauseWords(words).program(key).map(VerdictPanel::sentence).ifPresent(told::add);
        }
        told.add(evidence(key));
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

    private Component addresses(VerdictParts parts) {
        var list = new UnorderedList(new AddressItem(words.text("key.addresses.ours"), parts.outgoingAddresses()));
        list.addClassName("evidence");
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
                        // Where that is the headline, the sentence above says it already.
                        balance != null && balance.funded() == 0 && key.headline() != Headline.NO_FUNDED_WALLET
                                ? words.text("key.proof.unfunded")
                                : null)
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
}
