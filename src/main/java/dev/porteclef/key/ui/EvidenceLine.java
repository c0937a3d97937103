package dev.porteclef.key.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.key.KeyReport.Step;
import dev.porteclef.platform.ui.CopyButton;
import java.util.stream.Collectors;

/// One call and its answer: what was asked, when, the status, what it rules out, and the fingerprint of the whole
/// answer to be copied.
final class EvidenceLine extends Composite<Div> {

    private static final int SHORT = 12;

    EvidenceLine(Step step, KeyWords words) {
        var evidence = step.evidence();
        getContent().addClassName("evidence-line");
        getContent().add(new Paragraph(words.evidence(evidence)));
        var via = evidence.via();
        if (via != null && !via.isEmpty()) {
            getContent().add(small(words.text("key.evidence.via", via)));
        }
        if (!step.rulesOut().isEmpty()) {
            var names = step.rulesOut().stream()
                    .map(one -> words.text(one.translationKey()))
                    .collect(Collectors.joining(", "));
            getContent().add(small(words.text("key.evidence.rules_out", names)));
        }
        var hash = evidence.answerHash();
        if (hash != null) {
            var code = new Code(hash.substring(0, Math.min(SHORT, hash.length())) + "…");
            code.getElement().setAttribute("translate", "no");
            var name = words.text("key.evidence.hash");
            var proof = new Div(new Span(name), code, new CopyButton(hash, name));
            proof.addClassNames("cluster", "tight", "small");
            getContent().add(proof);
        }
    }

    private static Paragraph small(String text) {
        var line = new Paragraph(text);
        line.addClassName("small");
        return line;
    }
}
