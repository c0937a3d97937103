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
import dev.porteclef.live.ui.InPlace;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.CheckState;
import dev.porteclef.verification.Harmlessness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a check came to: the headline, one sentence of cause, the evidence, and what to do about it.
final class VerdictPanel extends Composite<Section> {

    private final VerdictParts parts;
    private final KeyWords words;
    private final H2 title = new H2();
    private final Div told = new Div();
    private final InPlace lines = new InPlace();
    private final List<Object> basis;
    private final @Nullable CausesPanel causes;

    VerdictPanel(ExchangeKey key, VerdictParts parts, Remedies remedies) {
        this.parts = parts;
        this.words = parts.words();
        this.basis = VerdictActions.basis(key);
        var headline = key.headline();
        var panel = getContent();
        panel.addClassNames("verdict", "verdict-" + headline.tone().name().toLowerCase(Locale.ROOT));
        told.addClassName("verdict-told");
        panel.add(title(headline), told);
        causes = headline == Headline.CREDENTIALS_REJECTED ? new CausesPanel(key, parts, remedies) : null;
        tell(key);
        panel.add(new VerdictActions(key, parts, remedies));
        if (headline == Headline.NONCE_CONFLICT && key.isCheckable()) {
            panel.add(new MicrosecondsChoice(key, parts, remedies));
        }
    }

    /// Says what is new about the key and leaves everything else alone, the focus on a button included.
    ///
    /// @return false where more than words would have to change; nothing has then
    boolean renew(ExchangeKey now) {
        if (!VerdictActions.basis(now).equals(basis) || (causes != null && !causes.renew(now))) {
            return false;
        }
        tell(now);
        return true;
    }

    private void tell(ExchangeKey key) {
        var headline = key.headline();
        var wanted = new ArrayList<Component>();
        wanted.add(sentence(
                "cause",
                headline == Headline.CREDENTIALS_REJECTED ? CausesPanel.sentence(key, parts) : words.cause(key)));
        if (causes != null) {
            wanted.add(causes);
        }
        if (headline == Headline.IP_NOT_ALLOWED) {
            wanted.add(lines.keep("addresses", parts.outgoingAddresses(), () -> addresses(parts)));
        } else if (headline == Headline.NONCE_CONFLICT) {
            new CauseWords(words)
                    .program(key)
                    .map(line -> sentence("program", line))
                    .ifPresent(wanted::add);
        }
        var evidence = evidence(key);
        wanted.add(lines.keep("evidence", evidence, () -> list(evidence)));
        InPlace.arrange(told, wanted);
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
        title.add(HeadlineBadge.glyph(headline).draw(), new Span(words.text(headline.translationKey())));
        return title;
    }

    private Component sentence(String name, String text) {
        return lines.keep(name, text, () -> {
            var sentence = new Paragraph(text);
            sentence.addClassName("verdict-text");
            return sentence;
        });
    }

    private Component addresses(VerdictParts parts) {
        var list = new UnorderedList(new AddressItem(words.text("key.addresses.ours"), parts.outgoingAddresses()));
        list.addClassName("evidence");
        return list;
    }

    private static Component list(List<String> evidence) {
        var list = new UnorderedList();
        list.addClassName("evidence");
        evidence.forEach(line -> list.add(new ListItem(line)));
        return list;
    }

    private List<String> evidence(ExchangeKey key) {
        var said = new ArrayList<String>();
        words.doubt(key).ifPresent(said::add);
        if (key.headline().tone() != Headline.Tone.RED) {
            proof(key).forEach(said::add);
        } else if (key.harmlessness() == Harmlessness.MORE_THAN_NEEDED
                && key.report().comparison() != null) {
            said.add(words.text(
                    "key.evidence.excess", words.boxes(key.report().comparison().excess())));
        }
        deciding(key.report().checks()).map(words::evidence).forEach(said::add);
        return said;
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
