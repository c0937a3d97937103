package dev.porteclef.key.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.platform.ui.CopyButton;

/// One call and its answer: what was asked, when, the status, and the fingerprint of the whole answer to be copied.
final class EvidenceLine extends Composite<Div> {

    private static final int SHORT = 12;

    EvidenceLine(Evidence evidence, KeyWords words) {
        getContent().addClassName("evidence-line");
        getContent().add(new Paragraph(words.evidence(evidence)));
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
}
